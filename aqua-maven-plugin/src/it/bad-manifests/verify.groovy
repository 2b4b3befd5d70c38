import io.github.aquaspec.BuildLog

def log = BuildLog.text(basedir.toPath())
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }
def shows = { CharSequence pattern -> (log =~ pattern).find() }

/** What was said about a place: from its error to the end of its fix. */
def finding = { String place ->
    def at = log.indexOf("--> $place\n")
    assert at > 0: "nothing is said about $place"
    def from = log.lastIndexOf('error[', at)
    return log.substring(from, log.indexOf('\n', log.indexOf('= fix: ', at)))
}

// Every mistake of every file, where it stands, with what to do.
[
    'empty.yaml:1:1'         : ['AQ003', 'the manifest is empty', 'write the job'],
    'latin1.yaml:1:9'        : ['AQ001', 'is not UTF-8', 'save the file as UTF-8'],
    'tabs.yaml:3:1'          : ['AQ016', 'a tab indents this line', 'replace the tabs by blanks'],
    'misspelt.yaml:2:1'      : ['AQ101', '"useQuerylabels"', 'did you mean "useQueryLabels"?'],
    'misspelt.yaml:5:5'      : ['AQ101', '"apiVerson"', 'did you mean "apiVersion"?'],
    'missing-query.yaml:2:5' : ['AQ103', '"query" is missing', 'add query'],
    'no-file-name.yaml:2:11' : ['AQ304', 'no file can be named', 'file: Accounts-2026-11'],
    'too-many.yaml:52:12'    : ['AQ202', 'at most 50 queries, found 51', 'second manifest'],
    'types.json:2:14'        : ['AQ104', '"2.0"', '"1.0"'],
    'types.json:3:13'        : ['AQ106', '"ten"', 'whole number'],
    'types.json:4:14'        : ['AQ102', 'a list of queries', 'brackets'],
].each { place, words ->
    def said = finding("mistakes/specs/$place")
    words.each { assert said.contains(it) }
}
assert log.count('error[') == 11 + 5

def same = finding('same-id/specs/a.yaml:1:1')
assert same.contains('AQ513') && same.contains('::: same-id/specs/a.json:1:1') && same.contains('rename')

// What has no place in a manifest comes with a fix all the same.
[
    'no-manifest'        : ['AQ512', 'there is no manifest in no-manifest/specs', 'add a .yaml'],
    'missing-folder'     : ['AQ511', 'there is no file or folder missing-folder/manifests', 'put manifests there'],
    'unknown-environment': ['AQ501', 'there is no environment "us-sandbx"', 'did you mean `us-sandbox`?'],
    'no-credentials'     : ['AQ504', 'settings.xml has no server "nobody"', '~/.m2/settings.xml'],
].each { module, words ->
    def from = log.indexOf("error[${words[0]}]")
    assert from > 0
    def said = log.substring(from, log.indexOf('\n[', from))
    words.each { assert said.contains(it) }
    assert said.contains('= fix: ')
    assert shows(/(?m)^\[ERROR\] Failed to execute goal .* on project $module: aqua:run failed: .*\[${words[0]}\]/)
}

// Nothing was sent or published, and each module says so in its receipt.
['mistakes', 'same-id', 'no-manifest', 'missing-folder', 'unknown-environment', 'no-credentials'].each {
    assert !new File(basedir, "$it/target/aqua").exists()
    assert new groovy.json.JsonSlurper().parse(new File(basedir, "$it/target/aqua-reports/run.json")).status == 'failed'
}
assert !says('Running 1')
return true
