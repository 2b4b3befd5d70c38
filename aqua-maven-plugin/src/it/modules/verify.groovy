import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
assert says('MultiThreadedBuilder')
assert !says('not marked') // as thread-safe

['first', 'second'].each { CheckedSums.check(new File(basedir, "$it/target/aqua/accounts").toPath()) }

// validate, run and verify, in the root and in the module without manifests
assert log.count('Nothing to do: there is no folder ') == 6
assert log.count("Nothing to do: there is no folder ${new File(basedir, 'empty/specs').path},") == 3

assert log.count('Skipped: aqua.skip is set.') == 3
['aqua', 'aqua-reports'].each { assert !new File(basedir, "skipped/target/$it").exists() }

assert log.count('Skipped: aqua.run.skip is set.') == 1
assert !new File(basedir, 'run-skipped/target/aqua').exists()
// what validate found, and nothing of a run
assert new File(basedir, 'run-skipped/target/aqua-reports').list() as List == ['validate.sarif']
return true
