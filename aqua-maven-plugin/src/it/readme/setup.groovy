String readme = new File(basedir, '../../../../README.md').getText('UTF-8')

/** The text of the README's code block that begins like this. */
def block = { String begin ->
    int start = readme.indexOf('```' + begin)
    assert start >= 0: "the README has a block that begins with $begin"
    start = readme.indexOf('\n', start) + 1
    return readme.substring(start, readme.indexOf('```', start))
}

new File(basedir, 'pom.xml').setText(block('xml\n<project'), 'UTF-8')
new File(basedir, 'specs').mkdirs()
new File(basedir, 'specs/accounts.yaml').setText(block('yaml\n# specs/accounts.yaml'), 'UTF-8')
javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(block('xml\n<settings').getBytes('UTF-8')))
return true
