import groovy.json.JsonSlurper
import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def builds = BuildLog.builds(basedir.toPath())

def records = { String snapshot -> new File(basedir, "target/aqua/$snapshot/account.csv").readLines('UTF-8').drop(1) }
def snapshots = new File(basedir, 'target/aqua/changed').list().sort()
assert snapshots == ['20250601T000000Z', '20261101T000000Z']
snapshots.each { CheckedSums.check(new File(basedir, "target/aqua/changed/$it").toPath()) }

// What changed before the bound is in the one, what changed at it or after in the other, and all there is in either.
def times = { it.collect { line -> line.split(',')[1] } }
def (earlier, later) = snapshots.collect { records("changed/$it") }
assert !earlier.isEmpty() && times(earlier).every { it < '2025-06-01T00:00:00+0000' }
assert !later.isEmpty() && times(later).every { it >= '2025-06-01T00:00:00+0000' }
assert (earlier + later).sort() == records('whole').sort()

// closures, so that a failed assertion does not print the whole log
def says = { int build, CharSequence words -> builds[build].contains(words) }
assert says(0, 'changed: window 2024-01-01T00:00:00Z to 2025-06-01T00:00:00Z, from window.initial: nothing was published before')
assert says(1, 'changed: window 2025-06-01T00:00:00Z to 2026-11-01T00:00:00Z, from where what was published last ends')

// The first again: another job, the same records, and what is remembered stays where it was.
assert says(2, 'changed: window 2024-01-01T00:00:00Z to 2025-06-01T00:00:00Z')
def receipt = new JsonSlurper().parse(new File(basedir, 'target/aqua-reports/changed/run.json'))
def again = new JsonSlurper().parse(new File(basedir, 'target/aqua/changed/20250601T000000Z/datapackage.json'))
assert again['aqua:jobId'] == receipt.jobId
assert builds[0] =~ /changed: published .*Z \(job (?!${receipt.jobId})/
def state = new JsonSlurper().parse(new File(basedir, 'target/aqua-emulator/emulator/changed/window.json'))
assert state.window.from == '2025-06-01T00:00:00Z' && state.window.to == '2026-11-01T00:00:00Z'
assert state.jobId != receipt.jobId
return true
