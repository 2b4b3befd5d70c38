import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums

def log = BuildLog.text(basedir.toPath())

['undeclared', 'declared'].each { CheckedSums.check(new File(basedir, "$it/target/aqua/accounts").toPath()) }

// One build carries the emulator in its plugin, the other has it fetched.
def realms = log.split(/Building (?=undeclared|declared)/)
assert realms.length == 3
assert !(realms[1] =~ /Included: io\.github\.aquaspec:aqua-emulator:jar/)
assert realms[2] =~ /Included: io\.github\.aquaspec:aqua-emulator:jar/

// The same records come out.
assert new File(basedir, 'undeclared/target/aqua/accounts/account.csv').bytes ==
    new File(basedir, 'declared/target/aqua/accounts/account.csv').bytes
return true
