package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QueryType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small states. */
final class States {

    static final TargetIdentity US =
            new TargetIdentity("us", "rest.zuora.com", Optional.of("4"), Optional.of("org-a,org-b"));
    static final String JOB = "2c92c0f96bd69165016bdcbdd6ce2f1a";

    private States() {}

    static WindowPublished window(String from, String to) {
        return window(US, Instant.parse(from), Instant.parse(to));
    }

    static WindowPublished window(TargetIdentity identity, Instant from, Instant to) {
        return new WindowPublished(
                identity,
                JOB,
                from,
                to,
                List.of(new PublishedQuery(
                        Optional.of("Account"), "select Id from Account", QueryType.ZOQLEXPORT, Optional.empty())));
    }

    static SessionPublished session() {
        return new SessionPublished(
                US,
                "gooddata",
                "aquatest64",
                JOB,
                Instant.parse("2026-11-22T01:50:00Z"),
                List.of(
                        new PublishedQuery(
                                Optional.of("Account"),
                                "select Id from Account",
                                QueryType.ZOQLEXPORT,
                                Optional.of(new PublishedQuery.Column("MyDeleted", Optional.of(Deleted.Flag.NUMERIC)))),
                        new PublishedQuery(
                                Optional.empty(), "select Id from Invoice", QueryType.ZOQL, Optional.empty())));
    }
}
