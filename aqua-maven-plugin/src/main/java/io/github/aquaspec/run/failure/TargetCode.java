package io.github.aquaspec.run.failure;

import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Severity;

/** Findings about where a run goes and who it is there: AQ5xx. */
public enum TargetCode implements Code {
    UNKNOWN_ENVIRONMENT("AQ501", Severity.ERROR, "The environment decides which data centre gets the job."),
    BAD_ENDPOINT(
            "AQ502", Severity.ERROR, "Credentials leave this machine over https only; plain http is for loopback."),
    NO_TARGET("AQ503", Severity.ERROR, "A manifest never says where it runs; the build does."),
    NO_CREDENTIALS("AQ504", Severity.ERROR, "Zuora answers nobody it does not know."),
    UNREADABLE_CREDENTIALS(
            "AQ505", Severity.ERROR, "The server in settings.xml was found, but cannot be used as it stands."),
    WRONG_CREDENTIALS("AQ506", Severity.ERROR, "Zuora does not know this identity, or its secret is another one."),
    UNREACHABLE("AQ507", Severity.ERROR, "No connection to the host came about."),
    UNTRUSTED("AQ508", Severity.ERROR, "A host that cannot prove its name gets no credentials."),
    OFFLINE("AQ509", Severity.ERROR, "Maven was told to stay offline, and this needs the network."),
    BAD_PROPERTY("AQ510", Severity.ERROR, "What a build asks for must be clear before anything is done."),
    MISSING_SPECS("AQ511", Severity.ERROR, "A folder that was named and is not there is a mistake, not an empty set."),
    NO_MANIFEST("AQ512", Severity.ERROR, "A run over nothing would pass for a success."),
    SAME_ID("AQ513", Severity.ERROR, "The id names the snapshot; two manifests would write to one place."),
    BAD_ID("AQ514", Severity.ERROR, "The id becomes a folder on every machine that builds this."),
    SELECTS_NOTHING("AQ515", Severity.ERROR, "A selection that matches nothing would pass for a success."),
    NO_EMULATOR("AQ516", Severity.ERROR, "The emulator is a part of its own that is loaded when a build asks for it."),
    UNKNOWN_ZONE("AQ517", Severity.WARNING, "Read in another zone, the window starts hours too early or too late."),
    BAD_SCRIPT("AQ518", Severity.ERROR, "A run against records other than those that were meant proves nothing."),
    LEADS_OUTSIDE(
            "AQ519",
            Severity.ERROR,
            "Whoever may change a repository must not have the build read, and show, other files of its machine."),
    NO_PGP_KEY("AQ521", Severity.ERROR, "Encrypted files that nobody can open would be fetched in vain."),
    UNUSABLE_PGP_KEY(
            "AQ522", Severity.ERROR, "A key that cannot be unlocked now cannot open a file when the job is done."),
    NO_PGP_SERVER("AQ523", Severity.WARNING, "The key that is used is not the one that the build names."),
    REDIRECTED("AQ524", Severity.ERROR, "Credentials go to the host that the build names, and to no other."),
    PROXY_REFUSED("AQ525", Severity.ERROR, "A proxy stands between, and lets nobody through that it does not know."),
    TOO_MANY_JOBS(
            "AQ526", Severity.ERROR, "What Zuora does not take at once is refused, and the run may wait in vain."),
    IN_TURN("AQ527", Severity.NOTE, "Jobs of one partner and project have one memory, so Zuora runs them in turn."),
    MANY_REQUESTS(
            "AQ528",
            Severity.WARNING,
            "When the requests of the day are used up, nobody gets an answer until it ends."),
    ENDS_TOO_LATE(
            "AQ529",
            Severity.WARNING,
            "Transactions become visible up to two hours late; what is asked for too soon is missed for good."),
    DELETED_TOO_LONG_AGO("AQ530", Severity.WARNING, "Zuora keeps deleted records for 30 days."),
    ODD_CLIENT("AQ531", Severity.WARNING, "A client id of Zuora has 36 characters, a client secret 42 at most."),
    ODD_ENTITY("AQ532", Severity.WARNING, "AQuA reads one entity at a time, and knows it by its id."),
    MANIFEST_STANDS("AQ540", Severity.ERROR, "What somebody wrote is not replaced by what is the same for all.");

    private final Entry entry;

    TargetCode(String id, Severity severity, String why) {
        this.entry = new Entry(id, severity, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
