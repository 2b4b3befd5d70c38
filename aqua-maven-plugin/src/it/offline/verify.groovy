import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def log = BuildLog.text(basedir.toPath())

// The emulator needs no network ...
CheckedSums.check(new File(basedir, 'local/target/aqua/accounts').toPath())

// ... and a tenant does: nobody tries.
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
def shows = { CharSequence pattern -> (log =~ pattern).find() }
assert says('error[AQ509]: Maven is offline, and the jobs run at https://rest.zuora.com')
assert shows(/\[ERROR\] Failed to execute goal .* on project tenant: aqua:run failed: .* \[AQ509\]/)
assert !shows(/on project local:/)
assert !new File(basedir, 'tenant/target/aqua').exists()
return true
