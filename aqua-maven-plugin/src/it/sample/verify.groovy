import io.github.aquaspec.goal.CheckedSums
import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
def specs = new File(basedir, 'specs')
def ids = []
specs.traverse(type: groovy.io.FileType.FILES) {
    ids << specs.toPath().relativize(it.toPath()).toString().replace('\\', '/').replaceFirst(/\.\w+$/, '')
}
assert ids.size() >= 8

ids.each { id ->
    def snapshot = new File(basedir, "target/aqua/$id")
    CheckedSums.check(snapshot.toPath())
    def sha256sum = new ProcessBuilder('sha256sum', '-c', '--strict', '--quiet', 'SHA256SUMS')
        .directory(snapshot).redirectErrorStream(true).start()
    assert sha256sum.inputStream.text == '' && sha256sum.waitFor() == 0

    def receipt = new JsonSlurper().parse(new File(basedir, "target/aqua-reports/$id/run.json"))
    assert receipt.status == 'succeeded'
    assert receipt.id == id

    // The ledger: query, records, bytes, file.
    def ledger = log.readLines().dropWhile { !it.startsWith("[INFO] $id: published ") }.drop(1)
        .takeWhile { it.startsWith('[INFO]   ') }
    assert ledger.size() == receipt.files.size()
    [ledger, receipt.files].transpose().each { line, file ->
        def bytes = new File(snapshot, file.path).length()
        assert line ==~ /\[INFO\]   ${file.name} +${String.format(Locale.ROOT, '%,d', file.records)} records? +${String.format(Locale.ROOT, '%,d', bytes)} bytes  ${file.path}/
        assert file.records == file.recordCount
    }
    assert says("[INFO] $id: verified, ")
}

def set = new JsonSlurper().parse(new File(basedir, 'target/aqua-reports/run.json'))
assert set.status == 'succeeded'
assert set.manifests*.id as Set == ids as Set

// One result, whatever it was wrapped in on the way.
assert ['csv', 'gzip', 'zip'].collect {
    CheckedSums.sha256(new File(basedir, "target/aqua/formats/$it/product.csv").toPath())
}.toSet().size() == 1
return true
