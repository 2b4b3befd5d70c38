import io.github.aquaspec.BuildLog

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def times = { CharSequence words -> log.count(words) }

def descriptor = getClass().getResourceAsStream('/META-INF/maven/plugin.xml') ?:
    new File(basedir, '../../classes/META-INF/maven/plugin.xml').newInputStream()
def goals = new groovy.xml.XmlSlurper().parse(descriptor).mojos.mojo.goal*.text() - 'help'
assert goals.size() > 10

assert times('Skipped: aqua.skip is set.') == goals.size()
goals.each { assert times("Skipped: aqua.${it}.skip is set.") == 1 }
assert times('AQ') == 0
// nothing of ours; Maven 4 leaves a POM of its own
assert basedir.list() as Set - ['.mvn', 'target'] == ['build.log', 'invoker.properties', 'pom.xml', 'verify.groovy'] as Set
assert !new File(basedir, 'target').list()?.any { it.startsWith('aqua') }
return true
