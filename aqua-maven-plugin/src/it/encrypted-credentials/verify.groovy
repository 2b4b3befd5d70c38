import io.github.aquaspec.goal.CheckedSums

def requests = context.get('emulator').requests()
context.get('emulator').close()

assert requests*.path.any { it == '/oauth/token' }
assert requests.every { it.status() == 200 }
CheckedSums.check(new File(basedir, 'target/aqua/accounts').toPath())

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Credentials: server "encrypted" of settings.xml (oauth).')
assert !log.contains('s3aled')
return true
