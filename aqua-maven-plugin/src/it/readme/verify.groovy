import io.github.aquaspec.BuildLog

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
def shows = { CharSequence pattern -> (log =~ pattern).find() }
assert says('1 manifest checked, no errors.')
assert shows(/Account +240 records +[\d,]+ bytes  account\.csv/)
assert says('accounts: verified, 240 records.')
assert new File(basedir, 'target/aqua/accounts/SHA256SUMS').isFile()
assert new File(basedir, 'target/aqua-reports/accounts/run.json').getText('UTF-8').contains('"succeeded"')

// What is installed has the snapshot along, beside the POM, and both are what the build made.
def released = new File(basedir, 'target/billing-data-1.0.0-aqua.zip')
def installed = new File(localRepositoryPath, 'com/example/billing/billing-data/1.0.0/billing-data-1.0.0-aqua.zip')
assert installed.bytes == released.bytes
new java.util.zip.ZipFile(installed).withCloseable { zip ->
    assert zip.entries()*.name == ['accounts/SHA256SUMS', 'accounts/account.csv', 'accounts/datapackage.json']
    zip.entries().each { entry ->
        assert zip.getInputStream(entry).bytes == new File(basedir, "target/aqua/${entry.name}").bytes
    }
}
assert new File(installed.parentFile, 'billing-data-1.0.0.pom').isFile()
