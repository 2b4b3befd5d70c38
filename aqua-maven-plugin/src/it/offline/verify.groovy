import io.github.aquaspec.goal.CheckedSums

// The emulator needs no network ...
CheckedSums.check(new File(basedir, 'local/target/aqua/accounts').toPath())

// ... and a tenant does: nobody tries.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('error[AQ509]: Maven is offline, and the jobs run at https://rest.zuora.com')
assert log =~ /\[ERROR\] Failed to execute goal .* on project tenant: aqua:run failed: .* \[AQ509\]/
assert !(log =~ /on project local:/)
assert !new File(basedir, 'tenant/target/aqua').exists()
return true
