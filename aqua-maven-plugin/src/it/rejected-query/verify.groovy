import groovy.json.JsonSlurper
import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def log = BuildLog.text(basedir.toPath())

// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
def shows = { CharSequence pattern -> (log =~ pattern).find() }
assert says('error[AQ601]: Zuora does not take the job')
assert says('--> specs/accounts.yaml:15:14\n')
assert shows(/(?m)^15 \| {14}CrmKey, Balance$/)
assert shows(/(?m)^   \| {14}\^{6} \w/)
assert shows(/\[ERROR\] Failed to execute goal .*:run \(now\) .* at specs\/accounts.yaml:15:14 \[AQ601\]/)

// What the earlier run published still stands, whole.
def snapshot = new File(basedir, 'target/aqua/accounts')
CheckedSums.check(snapshot.toPath())
assert snapshot.list() as Set == ['account.csv', 'datapackage.json', 'SHA256SUMS'] as Set
assert new File(snapshot, 'account.csv').readLines('UTF-8').first() == 'Account.Id,Account.Name'

def receipt = new JsonSlurper().parse(new File(basedir, 'target/aqua-reports/accounts/run.json'))
assert receipt.status == 'failed'
assert receipt.outcome.retry == 'never'
assert receipt.diagnostics*.code == ['AQ601']
assert [receipt.diagnostics[0].line, receipt.diagnostics[0].column] == [15, 14]
return true
