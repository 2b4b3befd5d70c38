import io.github.aquaspec.goal.CheckedSums

def log = new File(basedir, 'build.log').getText('UTF-8')
assert !new File(basedir, 'pom.xml').exists()
assert log.contains('1 manifest checked, no errors.')
assert log.contains('POST (the emulator)/v1/batch-query/')
assert log.contains('accounts: verified, 240 records.')
CheckedSums.check(new File(basedir, 'target/aqua/accounts').toPath())
assert new File(basedir, 'target/aqua-reports/accounts/run.json').isFile()
// a build folder that Maven cannot name is not taken by its unresolved name
assert !basedir.list().any { it.contains('$') }

// Each goal and property can be looked up.
['validate', 'plan', 'run', 'verify', 'emulate', 'help'].each { assert log.contains("aqua:$it\n") }
['aqua.environment', 'aqua.pollInterval', 'aqua.serverId', 'aqua.emulator.port'].each { assert log.contains("User property: $it") }
assert log.contains('Default: aqua-emulator in the build folder.')
return true
