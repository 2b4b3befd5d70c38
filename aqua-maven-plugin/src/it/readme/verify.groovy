String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('1 manifest checked, no errors.')
assert log =~ /Account +240 records +[\d,]+ bytes  account\.csv/
assert log.contains('accounts: verified, 240 records.')
assert new File(basedir, 'target/aqua/accounts/SHA256SUMS').isFile()
assert new File(basedir, 'target/aqua-reports/accounts/run.json').getText('UTF-8').contains('"succeeded"')
