import io.github.aquaspec.BuildLog
import io.github.aquaspec.goal.CheckedSums
import io.github.aquaspec.goal.SecretSearch
import io.github.aquaspec.goal.TokenSearch

def log = BuildLog.text(basedir.toPath())

def right = 'c4n4ry/S3cret+of & n0body=%'
def wrong = 'wr0ng/S3cret+of & n0body=%'
// closures, so that a failed assertion does not print the whole log
def says = { CharSequence words -> log.contains(words) }

// The builds did what they are searched for.
['oauth', 'basic', 'keys'].each {
    CheckedSums.check(new File(basedir, "$it/target/aqua/accounts").toPath())
    assert says("server \"canary\" of settings.xml ($it)")
}
assert !new File(basedir, 'refused/target/aqua').exists()
assert says('error[AQ506]')
assert says('check the id and the secret')
assert says('[DEBUG] ') && says('aqua-maven-plugin')
// HttpClient tells what it does, and would tell the headers too.
assert says('preparing request execution')
assert !(log =~ /aqua-\d+ (>>|<<) /).find()

// No secret, in no form that a log or a header could give it, in any file.
[right, wrong].each { secret ->
    assert SecretSearch.of(secret).in(basedir.toPath()) == []
    // The search finds each form where it stands.
    SecretSearch.of(secret).forms().each { form ->
        def planted = new File(basedir, 'planted.txt')
        planted.setText("before $form after", 'UTF-8')
        assert SecretSearch.of(secret).in(basedir.toPath()).size() >= 1
        planted.delete()
    }
}

// Nor a bearer token: whatever looks like one is shown to the server that gave them out, and opens nothing.
def emulator = context.get('emulator')
def tokens = new TokenSearch(emulator.url())
assert tokens.opens(tokens.issued('canary-client', right))
assert tokens.candidates(basedir.toPath()).findAll { tokens.opens(it) }.isEmpty()
emulator.close()
return true
