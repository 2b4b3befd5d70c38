import groovy.json.JsonSlurper
import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def builds = BuildLog.builds(basedir.toPath())

def json = { String path -> new JsonSlurper().parse(new File(basedir, path)) }
def snapshots = { String folder -> new File(basedir, folder).listFiles().sort { it.name } }
def records = { File snapshot -> new File(snapshot, 'account.csv').readLines('UTF-8').drop(1) }
def one = '00000000000000000000000000000001'
def two = '00000000000000000000000000000002'

// Ours: everything, a day's changes, and what came since, asked for once more.
def ours = snapshots('target/aqua/customers')
assert ours.size() == 3
ours.each { CheckedSums.check(it.toPath()) }
assert records(ours[0]).size() == 240
assert records(ours[1]) == ["0,$one,One".toString()]
assert records(ours[2]).sort() == ["0,$two,Two", "1,$one,One"]*.toString()

// Somebody else's took the changes of the second day with it.
def other = json('elsewhere/reports/customers/run.json')
assert records(snapshots('elsewhere/aqua/customers')[0]).sort() == records(ours[2]).sort()

// closures, so that a failed assertion does not print the whole log
def says = { int build, CharSequence words -> builds[build].contains(words) }

// Nothing was submitted when that was seen ...
assert says(1, "error[AQ621]: job ${other.jobId}, started ")
assert says(1, ' --> specs/customers.yaml:4:10\n')
assert says(1, 'customers: FAILED, nothing published')
assert says(1, 'run once with -Daqua.heal to get everything since ')
assert !says(1, ' submitted\n')

// ... and the job of ours that status knows is the one that was published.
def published = new JsonSlurper().parse(new File(ours[1], 'datapackage.json'))['aqua:jobId']
assert says(2, "customers  job $published  completed, started ")
def healed = json('target/aqua-reports/customers/run.json')
assert json('target/aqua-emulator/emulator/customers/window.json').jobId == healed.jobId

// Any job can be looked at, by an id that nobody knows before; that moves no state.
def fetch = new ProcessBuilder([new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-ntp', '-o',
        '-s', new File(basedir, '../../../src/it/settings.xml').canonicalPath, "-Dmaven.repo.local=$localRepositoryPath",
        'aqua:fetch', "-Daqua.jobId=${other.jobId}"]*.toString())
    .directory(basedir).redirectErrorStream(true).start()
def said = fetch.inputStream.getText('UTF-8')
assert fetch.waitFor() == 0: said
def fetched = new File(basedir, "target/aqua/jobs/${other.jobId}")
CheckedSums.check(fetched.toPath())
assert new File(fetched, 'Account.csv').readLines('UTF-8').drop(1).sort() == records(ours[2]).sort()
assert json('target/aqua-emulator/emulator/customers/window.json').jobId == healed.jobId
return true
