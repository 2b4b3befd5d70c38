String log = new File(basedir, 'build.log').getText('UTF-8')
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
def shows = { CharSequence pattern -> (log =~ pattern).find() }
assert says('1 manifest checked, no errors.')
assert shows(/Account +240 records +[\d,]+ bytes  account\.csv/)
assert says('accounts: verified, 240 records.')
assert new File(basedir, 'target/aqua/accounts/SHA256SUMS').isFile()
assert new File(basedir, 'target/aqua-reports/accounts/run.json').getText('UTF-8').contains('"succeeded"')
