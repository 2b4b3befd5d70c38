import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def requests = context.get('emulator').requests()
def asked = context.get('proxy').asked()
context.get('proxy').close()
context.get('emulator').close()

// All went through the proxy, and the proxy saw nothing but where to.
CheckedSums.check(new File(basedir, 'target/aqua/accounts').toPath())
assert requests*.path.any { it == '/oauth/token' }
assert asked.contains('200 CONNECT tenant.example:443 HTTP/1.1')
assert asked.every { it.endsWith(' CONNECT tenant.example:443 HTTP/1.1') }

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
assert says("Proxy: 127.0.0.1:${context.get('proxy').port()} of settings.xml.")
assert says('Running 1 manifest at https://tenant.example (tenant.example)')
assert !says('s3aled')
assert !says('YnVpbGRzOnMzYWxlZCAmIHNpZ25lZA==')
return true
