import io.github.aquaspec.emulator.AquaEmulator
import io.github.aquaspec.emulator.EmulatorConfig
import io.github.aquaspec.emulator.http.Credential

def emulator = AquaEmulator.start(
    EmulatorConfig.defaults().withCredentials(new Credential('canary-client', 'c4n4ry/S3cret+of & n0body=%')))
context.put('emulator', emulator)
context.get('userProperties').put('aqua.endpoint', emulator.url().toString())
return true
