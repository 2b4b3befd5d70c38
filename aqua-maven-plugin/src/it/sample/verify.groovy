import groovy.json.JsonSlurper
import io.github.aquaspec.BuildLog
import io.github.aquaspec.ReceiptWatch
import io.github.aquaspec.goal.CheckedSums

def builds = BuildLog.builds(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
// Maven 3.10 and 4 ask each repository for a list that not every one has, and warn.
def ofMaven = { CharSequence line -> line.startsWith('[WARNING] Could not transfer metadata /.meta/') }
def warnings = { CharSequence log -> log.readLines().findAll { it.startsWith('[WARNING]') && !ofMaven(it) } }
assert warnings(builds[0]) == []
// Two pages of Zuora's use one session, and their bodies stand here as they are: in the second build that is said.
def later = warnings(builds[1])
assert later.size() == 1 && later[0].contains('warning[AQ629]') && later[0].contains('zuora-docs/retrieval-time')
def last = builds[1].readLines()
def says = { CharSequence words -> builds[1].contains(words) }
def receiptOf = { id -> new JsonSlurper().parse(new File(basedir, "target/aqua-reports/$id/run.json")) }

def whole = { File snapshot ->
    CheckedSums.check(snapshot.toPath())
    def sha256sum = new ProcessBuilder('sha256sum', '-c', '--strict', '--quiet', 'SHA256SUMS')
        .directory(snapshot).redirectErrorStream(true).start()
    assert sha256sum.inputStream.text == '' && sha256sum.waitFor() == 0
}

def specs = new File(basedir, 'specs')
def ids = []
specs.traverse(type: groovy.io.FileType.FILES) {
    ids << specs.toPath().relativize(it.toPath()).toString().replace('\\', '/').replaceFirst(/\.\w+$/, '')
}
assert ids.size() >= 8

assert ReceiptWatch.problems(new File(basedir, 'target/aqua-reports').toPath()) == []

ids.each { id ->
    assert new File(basedir, "target/aqua-reports/$id/TEST-aqua-${id.replace('/', '.')}.xml").file
    def receipt = receiptOf(id)
    assert receipt.status == 'succeeded'
    assert receipt.id == id

    // Snapshots that stand side by side are named by an instant; the newest is what the receipt is about.
    def folder = new File(basedir, "target/aqua/$id")
    def dated = folder.listFiles().findAll { it.name ==~ /\d{8}T\d{6}Z/ }.sort { it.name }
    def snapshot = dated ? dated.last() : folder
    (dated ?: [folder]).each(whole)
    assert new JsonSlurper().parse(new File(snapshot, 'datapackage.json'))['aqua:jobId'] == receipt.jobId

    // The ledger: query, records, bytes, file, and what a session gave.
    def lines = last.dropWhile { !(it.startsWith("[INFO] $id: published ") && it.contains(receipt.jobId)) }.drop(1)
        .takeWhile { it.startsWith('[INFO]   ') }.findAll { !it.startsWith('[INFO]   accepted ') }
    assert lines.size() == receipt.files.size()
    [lines, receipt.files].transpose().each { line, file ->
        def bytes = new File(snapshot, file.path).length()
        assert line ==~ /\[INFO\]   ${file.name} +${String.format(Locale.ROOT, '%,d', file.records)} records? +${String.format(Locale.ROOT, '%,d', bytes)} bytes  ${file.path}(  .*)?/
        assert file.records == file.recordCount
    }
    def verified = dated ? dated.collect { "$id: ${it.name} is verified, " } : ["$id: verified, "]
    verified.each { assert says("[INFO] $it") }
}

def set = new JsonSlurper().parse(new File(basedir, 'target/aqua-reports/run.json'))
assert set.status == 'succeeded'
// the last run was that of the story alone
assert set.manifests*.id == ['story/customers']

// One result, whatever it was wrapped in on the way.
assert ['csv', 'gzip', 'zip'].collect {
    CheckedSums.sha256(new File(basedir, "target/aqua/formats/$it/product.csv").toPath())
}.toSet().size() == 1
def unpacked = new java.util.zip.GZIPInputStream(
        new FileInputStream(new File(basedir, 'target/aqua/formats/compressed/product.csv.gz'))).bytes
assert unpacked == new File(basedir, 'target/aqua/formats/gzip/product.csv').bytes

// The release: of each manifest the newest snapshot, all files as they lie, sorted and of one time.
new java.util.zip.ZipFile(new File(basedir, 'target/billing-data-1.0.0-aqua.zip')).withCloseable { zip ->
    def names = zip.entries()*.name
    assert names == names.sort(false)
    assert zip.entries()*.timeLocal.toSet() == [java.time.LocalDateTime.parse('2026-11-23T00:00:00')].toSet()
    def expected = ids.collectMany { id ->
        def folder = new File(basedir, "target/aqua/$id")
        def dated = folder.listFiles().findAll { it.directory }.sort { it.name }
        def snapshot = dated ? dated.last() : folder
        snapshot.list().collect { "${basedir.toPath().resolve('target/aqua').relativize(snapshot.toPath())}/$it".toString() }
    }
    assert names.toSet() == expected.toSet()
    zip.entries().each { entry ->
        assert zip.getInputStream(entry).bytes == new File(basedir, "target/aqua/${entry.name}").bytes
    }
}

// The story: a full load, in segments that became one file; a day; an increment; and both again in the second build.
def story = new File(basedir, 'target/aqua/story/customers').listFiles().sort { it.name }
assert story.size() == 4
def csv = story.collect { new File(it, 'account.csv').getText('UTF-8') }
def header = 'Account.Deleted,Account.Id,Account.Name,Account.Balance,Account.UpdatedDate,BillToContact.Country'
csv.each { assert it.count('Account.Deleted') == 1 && it.startsWith(header + '\n') }

def first = new JsonSlurper().parse(new File(story[0], 'datapackage.json'))
assert csv[0].readLines().drop(1).count { it.startsWith('false,') } == first.resources[0]['aqua:recordCount']
assert csv[0].contains('ac01,"Acme, Ltd.",120.5,') && csv[0].contains('ac02,Globex,75,') && !csv[0].contains('ac04,')

def time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000/
def changes = csv[1].readLines().drop(1).sort { it.replaceFirst(/^\w+,/, '') }
assert changes.size() == 3
assert changes[0] ==~ /false,8ad0000000000000000000000000ac01,"Acme, Ltd\.",0,$time,[A-Z].*/
assert changes[1] ==~ /true,8ad0000000000000000000000000ac02,Globex,75,$time,/
assert changes[2] ==~ /false,8ad0000000000000000000000000ac04,"Umbrella ""& Sons""",9\.99,$time,[A-Z].*/
assert builds[0].readLines().any { it ==~ /\[INFO\]   Account +243 records .* account\.csv  full/ }
assert builds[0].readLines().any { it ==~ /\[INFO\]   Account +3 records .* account\.csv  incremental, 1 deleted/ }
// the second build goes on where the first has ended
csv.drop(2).each { assert it.readLines().size() < 10 }
return true
