import io.github.aquaspec.emulator.AquaEmulator
import io.github.aquaspec.emulator.EmulatorConfig
import io.github.aquaspec.emulator.http.Credential

def emulator = AquaEmulator.start(
    EmulatorConfig.defaults().withCredentials(new Credential('encrypted-client', 's3aled & signed')))
context.put('emulator', emulator)
context.get('userProperties').put('aqua.endpoint', emulator.url().toString())
context.get('userProperties').put('settings.security', new File(basedir, 'settings-security.xml').path)
return true
