import io.github.aquaspec.emulator.AquaEmulator
import io.github.aquaspec.emulator.EmulatorConfig
import io.github.aquaspec.emulator.http.Credential
import io.github.aquaspec.goal.TlsProxy

// A tenant whose certificate only the company's own trust store knows, behind a proxy that wants a password.
def store = new File(basedir, 'company.p12')
def keytool = [
    "${System.getProperty('java.home')}/bin/keytool", '-genkeypair', '-alias', 'tenant', '-keyalg', 'EC', '-validity', '2',
    '-dname', 'CN=tenant.example', '-ext', 'SAN=dns:tenant.example',
    '-storetype', 'PKCS12', '-keystore', store.path, '-storepass', 'changeit'].execute()
keytool.waitForProcessOutput(System.out, System.err)
assert keytool.exitValue() == 0

def emulator = AquaEmulator.start(
    EmulatorConfig.defaults().withCredentials(new Credential('encrypted-client', 's3aled & signed')))
def proxy = new TlsProxy(emulator.url(), 'builds:s3aled & signed', store.toPath(), 'changeit')
context.put('emulator', emulator)
context.put('proxy', proxy)

def settings = new File(basedir, 'global-settings.xml')
settings.setText(settings.getText('UTF-8').replace('proxy.port', "${proxy.port()}"), 'UTF-8')
context.get('userProperties').put('settings.security', new File(basedir, 'settings-security.xml').path)
context.get('userProperties').put('javax.net.ssl.trustStore', store.path)
context.get('userProperties').put('javax.net.ssl.trustStorePassword', 'changeit')
return true
