import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def requests = context.get('emulator').requests()
context.get('emulator').close()

assert requests*.path.any { it == '/oauth/token' }
assert requests.every { it.status() == 200 }
CheckedSums.check(new File(basedir, 'target/aqua/accounts').toPath())

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
assert says('Credentials: server "encrypted" of settings.xml (oauth).')
assert !says('s3aled')
return true
