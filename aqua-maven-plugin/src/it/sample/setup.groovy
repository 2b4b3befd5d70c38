import java.nio.file.Files

// A data repo as a team would have it: the sample copied out of the tree, specs/ beside its pom, and the two lines
// gone whose comments say that a real data repo drops or changes them.
def root = new File(basedir, '../../../..').canonicalFile
def lines = new File(root, 'sample-project/pom.xml').readLines('UTF-8')
def kept = lines.findAll { !(it =~ /<aqua\.\w+>.*<!-- a real /) }
assert lines.size() - kept.size() == 2
new File(basedir, 'pom.xml').setText(kept.join('\n') + '\n', 'UTF-8')

def specs = new File(root, 'specs').toPath()
Files.walk(specs).withCloseable { files ->
    files.filter { Files.isRegularFile(it) }.forEach {
        def copy = basedir.toPath().resolve('specs').resolve(specs.relativize(it).toString())
        Files.createDirectories(copy.parent)
        Files.copy(it, copy)
    }
}
return true
