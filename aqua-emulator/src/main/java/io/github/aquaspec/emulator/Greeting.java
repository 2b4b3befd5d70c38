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

                Look inside and change it, without credentials:

                curl %1$s/emulator/jobs                               # all jobs; /emulator/requests: what came in
                curl %1$s/emulator/records/Account?limit=3            # the records, deleted ones too
                curl %1$s/emulator/records/Account -d '{"Name": "Smith & Co"}'
                curl %1$s/emulator/clock -d '{"advance": "PT24H"}'
                curl %1$s/emulator/settings                           # all there are; POST {"segmentRecords": 100}
                curl %1$s/emulator/scenarios -d '{"scenario": "wrongRecordCount", "delta": -1}'
                curl -X POST %1$s/emulator/reset                      # everything as it was

                """.formatted(
                        url,
                        credential.id() + ':' + credential.secret(),
                        credentials.isEmpty() ? " (any id and secret do)" : "");
    }
}
