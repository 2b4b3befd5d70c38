package io.github.aquaspec.spec.diagnostic;

/** Findings about a manifest's keys and the values they hold, AQ1xx. */
public enum KeyCode implements Code {
    UNKNOWN_KEY("AQ101", Severity.ERROR, "A key that nobody reads would change nothing, and a typo would go unseen."),
    WRONG_KIND("AQ102", Severity.ERROR, "A value of another kind cannot be understood as what the key means."),
    MISSING_KEY("AQ103", Severity.ERROR, "Without this value nobody can know what is meant."),
    UNKNOWN_WORD("AQ104", Severity.ERROR, "Only these words are known; what another would do is not documented."),
    NOT_TRUE_OR_FALSE(
            "AQ105", Severity.ERROR, "Other words for yes and no mean different things to different readers."),
    NOT_A_NUMBER("AQ106", Severity.ERROR, "Another number would be rejected, or read as something else."),
    NOT_A_TIME(
            "AQ107",
            Severity.ERROR,
            "A time or a duration in another form would be read in another way, or not at all."),
    NOT_AN_API_VERSION("AQ108", Severity.ERROR, "Zuora reads the API version as digits, such as 145.0."),
    EMPTY_TEXT("AQ109", Severity.ERROR, "An empty text is a value, and this one cannot be empty."),
    UNUSUAL_CASE("AQ110", Severity.NOTE, "Zuora documents the word in lower case, and so it is sent."),
    UNKNOWN_CODE("AQ111", Severity.ERROR, "A suppression of a code that does not exist silences nothing."),
    NOT_SUPPRESSIBLE(
            "AQ112",
            Severity.ERROR,
            "An error stops the job before it is sent; only warnings, notes and plausibility checks can be accepted."),
    UNKNOWN_PLACEHOLDER(
            "AQ113", Severity.ERROR, "A placeholder that nobody fills in would be sent to Zuora as it stands."),
    NOT_SET("AQ114", Severity.WARNING, "Without a value there is nothing to put there, so the job cannot be sent."),
    MISPLACED_PLACEHOLDER(
            "AQ115", Severity.ERROR, "A value put there could change what the manifest or the query means."),
    NOT_OF_TYPE("AQ116", Severity.ERROR, "The type decides how a value is written in a query."),
    UNUSED("AQ117", Severity.WARNING, "What nothing reads changes nothing; perhaps a placeholder is missing."),
    ENV_NOT_READABLE(
            "AQ118",
            Severity.ERROR,
            "A manifest reads only variables that are meant for it, so that it cannot send secrets of the build away."),
    CREDENTIAL(
            "AQ119",
            Severity.ERROR,
            "Whoever can read the repository, today or in its history, would have the credential.");

    private final Entry entry;

    KeyCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
