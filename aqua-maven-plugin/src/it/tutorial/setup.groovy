String page = new File(basedir, '../../../../docs/tutorial.md').getText('UTF-8')
def pom = (page =~ /(?ms)^```xml\n(<project.*?)^```$/)
assert pom.find(): 'the tutorial has a POM'
new File(basedir, 'pom.xml').setText(pom.group(1), 'UTF-8')
return true
