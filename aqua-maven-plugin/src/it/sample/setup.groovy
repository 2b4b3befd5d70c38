import java.nio.file.Files

// A data repo as a team would have it: the sample copied out of the tree, specs/ beside its pom, and the two lines
// gone whose comments say that a real data repo drops or changes them.
def root = new File(basedir, '../../../..').canonicalFile
def lines = new File(root, 'sample-project/pom.xml').readLines('UTF-8')
def kept = lines.findAll { !(it =~ /<aqua\.\w+>.*<!-- a real /) }
assert lines.size() - kept.size() == 2
new File(basedir, 'pom.xml').setText(kept.join('\n') + '\n', 'UTF-8')

def copy = { File folder, String name ->
    def from = folder.toPath()
    Files.walk(from).withCloseable { files ->
        files.filter { Files.isRegularFile(it) }.forEach {
            def to = basedir.toPath().resolve(name).resolve(from.relativize(it).toString())
            Files.createDirectories(to.parent)
            Files.copy(it, to)
        }
    }
}
copy(new File(root, 'specs'), 'specs')
copy(new File(root, 'sample-project/src/emulator'), 'src/emulator')
return true
