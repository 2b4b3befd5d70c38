package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QueryType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small states. */
public final class States {

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
                        Optional.of("Account"), "select Id from Account", QueryType.ZOQLEXPORT, Optional.empty())),
                List.of());
    }

    /** A run of a manifest that was published. */
    public static void published(StateDirectory state, String jobId, Instant at) throws StateException {
        Journal journal = submitted(state, jobId, at);
        journal.append(new JournalEntry.Published());
        journal.append(new JournalEntry.Committed());
    }

    /** A run of a manifest that was stopped when its job was known. */
    public static Journal submitted(StateDirectory state, String jobId, Instant at) throws StateException {
        return submitted(state, jobId, at, Optional.empty(), "of nothing in particular");
    }

    /** The same, of a certain request. */
    public static Journal submitted(
            StateDirectory state, String jobId, Instant at, Optional<String> before, String request)
            throws StateException {
        Journal journal = state.journal();
        state.begin(
                journal,
                new JournalEntry.Begun(
                        state.identity(),
                        RunKey.random(),
                        at,
                        before,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        request));
        journal.append(new JournalEntry.Intent("aq1-0123456789abcdef", 1, at));
        journal.append(new JournalEntry.Submitted(jobId, Optional.empty()));
        return journal;
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
