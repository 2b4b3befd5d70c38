// What an editor would not keep as it is: a file that is not UTF-8, and one that nobody would write by hand.
def specs = new File(basedir, 'mistakes/specs')
new File(specs, 'latin1.yaml').setText('name: naïve\nqueries: []\n', 'ISO-8859-1')
new File(specs, 'too-many.yaml').setText(
    'queries:\n' + (1..51).collect { "  - {name: Q$it, query: select Id from Account}\n" }.join(), 'UTF-8')
return true
