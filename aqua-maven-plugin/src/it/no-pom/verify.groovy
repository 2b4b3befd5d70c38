import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
assert !new File(basedir, 'pom.xml').exists()
assert says('Wrote specs/aqua-manifest.schema.json.')
assert new File(basedir, 'specs/aqua-manifest.schema.json').getText('UTF-8').contains('"title" : "AQuA manifest"')
assert says('1 manifest checked, no errors.')
assert says('POST (the emulator)/v1/batch-query/')
assert says('accounts: verified, 240 records.')
CheckedSums.check(new File(basedir, 'target/aqua/accounts').toPath())
assert new File(basedir, 'target/aqua-reports/accounts/run.json').isFile()
assert says('Wrote target/aqua-reports/index.html of 1 receipt.')
assert new File(basedir, 'target/aqua-reports/index.html').getText('UTF-8').contains('<td class="number" role="cell" data-label="Records"><span>240</span></td>')
// a build folder that Maven cannot name is not taken by its unresolved name
assert !basedir.list().any { it.contains('$') }

// Each goal and property can be looked up.
['validate', 'plan', 'run', 'verify', 'status', 'cancel', 'fetch', 'report', 'schema', 'emulate', 'help'].each { assert says("aqua:$it\n") }
['aqua.environment', 'aqua.pollInterval', 'aqua.serverId', 'aqua.emulator.port', 'aqua.heal', 'aqua.asOf', 'aqua.stateDirectory'].each { assert says("User property: $it") }
assert says('Default: specs beside the POM.')
return true
