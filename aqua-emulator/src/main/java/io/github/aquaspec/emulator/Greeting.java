package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.http.Credential;
import java.net.URI;
import java.util.List;

/** What to paste into a shell to try an emulator. */
final class Greeting {

    private static final Credential ANY = new Credential("demo", "demo");

    private Greeting() {}

    static String of(URI url, List<Credential> credentials) {
        Credential credential = credentials.isEmpty() ? ANY : credentials.get(0);
        return """
                AQuA emulator at %1$s, user and secret %2$s%3$s. Paste:

                curl -u %2$s -H 'Content-Type: application/json' %1$s/v1/batch-query/ \\
                  -d '{"format":"csv","version":"1.0","useQueryLabels":true,"queries":[{"name":"Account",
                       "type":"zoqlexport","query":"select Id, AccountNumber, Balance from Account limit 5"}]}'
                curl -u %2$s %1$s/v1/batch-query/jobs/JOB_ID     # the id of the answer
                curl -u %2$s %1$s/v1/files/FILE_ID               # the fileId of the batch

                """.formatted(
                        url,
                        credential.id() + ':' + credential.secret(),
                        credentials.isEmpty() ? " (any id and secret do)" : "");
    }
}
