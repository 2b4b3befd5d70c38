import io.github.aquaspec.emulator.AquaEmulator
import io.github.aquaspec.emulator.EmulatorConfig
import io.github.aquaspec.emulator.http.Credential

/* Does what the tutorial says, block by block, as a reader would: a command is run in a shell, what stands behind it must be
   what it has shown, a change is made in the manifest. In the tenant's place is an emulator that takes the credentials of
   the page, and no others. */
String page = new File(basedir, '../../../../docs/tutorial.md').getText('UTF-8')
def blocks = (page =~ /(?ms)^```(\w+)\n(.*?)^```$/).collect { [kind: it[1], text: it[2]] }
def settings = blocks.find { it.text.startsWith('<settings>') }.text
def server = new groovy.xml.XmlSlurper().parseText(settings).servers.server
def tenant = AquaEmulator.start(EmulatorConfig.defaults()
        .withCredentials(new Credential(server.username.text(), server.password.text())))
new File(basedir, 'settings.xml').setText(settings, 'UTF-8')

// What the page calls mvn: the Maven of this build. What it would ask of Zuora, it asks the emulator; a plan asks nobody.
def mvn = new File(basedir, 'bin/mvn')
mvn.parentFile.mkdirs()
mvn.text = """#!/bin/sh
case "\$*" in
  *aqua.environment=emulator* | *aqua:plan*) ;;
  *) set -- "\$@" -Daqua.endpoint=${tenant.url()} ;;
esac
exec "${System.getProperty('maven.home')}/bin/mvn" -B -ntp -s settings.xml -gs "${basedir.parent}/interpolated-settings.xml" \\
  "-Dmaven.repo.local=$localRepositoryPath" "\$@"
"""
mvn.executable = true

def run = { String commands ->
    def shell = new ProcessBuilder('sh', '-e', '-c', commands).directory(basedir).redirectErrorStream(true)
    shell.environment().with {
        put('PATH', mvn.parent + File.pathSeparator + get('PATH'))
        put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC')
        put('LC_ALL', 'C.UTF-8')
        keySet().removeAll { it.startsWith('ZUORA_') || it.startsWith('GITHUB_') || it == 'CI' }
    }
    def process = shell.start()
    process.outputStream.close()
    def output = process.inputStream.getText('UTF-8')
    return [exit: process.waitFor(), output: output]
}

// as the page says
boolean old = run('mvn --version').output.contains('Apache Maven 3.8')

/** A text without what is another one each time: ids, times, ports, sums, sizes, versions. */
def lasting = { String text ->
    text.replaceAll(/\b[0-9a-f]{64}\b/, 'SUM').replaceAll(/\b[0-9a-f]{32}\b/, 'ID')
            .replaceAll(/\d{8}T\d{6}Z/, 'TIME').replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+0000)/, 'TIME')
            .replaceAll(/\b[\d.]+ m?s\b/, 'AWHILE').replaceAll(/127\.0\.0\.1:\d+/, 'HOST')
            .replaceAll(/ +[\d,]+ bytes/, ' BYTES').replaceAll(/\(Maven [\d.]+; Java [\d.]+\)/, 'VERSIONS')
            .readLines()*.stripTrailing().join('\n')
}

int shown = 0
def said = null
new File(basedir, 'transcript.log').withWriter('UTF-8') { transcript ->
    blocks.eachWithIndex { block, i ->
        if (block.kind == 'sh') {
            said = run(old ? block.text.replace('try::file', 'try::default::file') : block.text)
            transcript << "\$ ${block.text}${said.output}(exit ${said.exit})\n\n"
            transcript.flush()
            boolean mayFail = i + 1 < blocks.size() && blocks[i + 1].text.contains('[ERROR]')
            assert (said.exit != 0) == mayFail: "the commands of block $i, see transcript.log: ${block.text}"
        } else if (block.kind == 'console') {
            // what stands between two lines of dots stands together in what was shown, and behind what stands before
            String all = '\n' + lasting(said.output) + '\n'
            int from = 0
            lasting(block.text).split(/(?m)^\.\.\.$/)*.strip().findAll { it }.each { piece ->
                int at = all.indexOf('\n' + piece.replaceFirst(/^\n/, '') + '\n', from)
                assert at >= 0: "block $i shows what was not said, see transcript.log: $piece"
                from = at + piece.length()
            }
            shown++
        } else if (block.kind == 'diff') {
            def manifest = new File(basedir, 'specs/Account.yaml')
            def lines = block.text.readLines()
            [lines.findAll { it.startsWith('-') }, lines.findAll { it.startsWith('+') }].transpose().each { before, after ->
                String text = manifest.getText('UTF-8')
                assert text.contains(before.substring(1) + '\n'): "block $i changes what is not there: $before"
                manifest.setText(text.replace(before.substring(1), after.substring(1)), 'UTF-8')
            }
        }
    }
}
def asked = tenant.requests()
tenant.close()

assert shown >= 8: 'the page shows what its commands say'
assert asked*.path.any { it == '/oauth/token' }
assert asked.count { it.path.endsWith('/batch-query/') } >= 2
assert asked.every { it.status() == 200 }
return true
