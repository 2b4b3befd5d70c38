package io.github.aquaspec.run;

import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.Fault;
import io.github.aquaspec.verify.Shape;
import java.util.List;

/** Turns what is wrong with a file into a finding. */
final class FileFault {

    private FileFault() {}

    /**
     * A finding about a query's result.
     *
     * @param ids of the files that it is made of
     */
    static Diagnostic diagnostic(Fault fault, String query, List<String> ids) {
        Code code = code(fault);
        String files = String.join(", ", ids);
        Diagnostic diagnostic = Diagnostic.of(
                        code, "the result of query " + query + " is " + state(code) + ": " + fault.sentence())
                .why(code.why() + " It is file " + files + ".");
        if (fault instanceof Fault.NotData notData
                && !notData.excerpt().isEmpty()
                && notData.found() != Shape.OPENPGP) {
            diagnostic = diagnostic.why(code.why() + " File " + files + " begins with: " + notData.excerpt());
        }
        return diagnostic.fix(fix(fault));
    }

    /** Whether another transfer may bring something better. */
    static boolean mayBeTheWire(Fault fault) {
        return !(fault instanceof Fault.TooLarge
                || fault instanceof Fault.RatioTooHigh
                || fault instanceof Fault.NotEncrypted
                || fault instanceof Fault.NoKey
                || fault instanceof Fault.PassphraseOnly
                || fault instanceof Fault.NoIntegrityProtection);
    }

    /** When to try again what has this fault after all. */
    static Retry retry(Fault fault) {
        return mayBeTheWire(fault) && !(fault instanceof Fault.NotData) ? Retry.NOW : Retry.NEVER;
    }

    private static String fix(Fault fault) {
        if (fault instanceof Fault.NotData notData) {
            return notData.found() == Shape.OPENPGP
                    ? "write encrypted: pgp, and name a key: aqua.pgp.serverId or ZUORA_PGP_KEY_FILE"
                    : "check what stands between here and Zuora: a proxy, a login page, another base URL";
        }
        if (fault instanceof Fault.TooLarge || fault instanceof Fault.RatioTooHigh) {
            return "select fewer columns or records, for instance with a bound on UpdatedDate";
        }
        if (fault instanceof Fault.NotEncrypted) {
            return "ask Zuora Support to encrypt files for your key; or write encrypted: none";
        }
        if (fault instanceof Fault.NoKey || fault instanceof Fault.PassphraseOnly) {
            return "use the secret key whose public half Zuora has: aqua.pgp.serverId or ZUORA_PGP_KEY_FILE";
        }
        if (fault instanceof Fault.NoIntegrityProtection) {
            return "ask Zuora Support to enable the integrity check; until then, output: {pgp: {integrity:"
                    + " absentAllowed}} takes such files";
        }
        if (fault instanceof Fault.EndUntold) {
            return "write format: gzip, whose end can be checked; or have what stands between here and Zuora, such as a"
                    + " proxy, pass on how long an answer is";
        }
        return "run again; where it stays, give Zuora Support the file id";
    }

    private static String state(Code code) {
        if (code == TransferCode.NOT_DATA) {
            return "not data";
        }
        if (code == TransferCode.NOT_OPENED || code == TransferCode.NOT_PROTECTED) {
            return "not readable";
        }
        if (code == TransferCode.NOT_ENCRYPTED) {
            return "not what was asked for";
        }
        return code == TransferCode.TOO_LARGE_HERE ? "too large" : "damaged";
    }

    private static Code code(Fault fault) {
        if (fault instanceof Fault.NotData || fault instanceof Fault.Empty) {
            return TransferCode.NOT_DATA;
        }
        if (fault instanceof Fault.TooLarge || fault instanceof Fault.RatioTooHigh) {
            return TransferCode.TOO_LARGE_HERE;
        }
        if (fault instanceof Fault.NotEncrypted) {
            return TransferCode.NOT_ENCRYPTED;
        }
        if (fault instanceof Fault.NoKey || fault instanceof Fault.PassphraseOnly) {
            return TransferCode.NOT_OPENED;
        }
        if (fault instanceof Fault.NoIntegrityProtection) {
            return TransferCode.NOT_PROTECTED;
        }
        boolean container = fault instanceof Fault.Truncated
                || fault instanceof Fault.Damaged
                || fault instanceof Fault.ChecksumDiffers
                || fault instanceof Fault.LengthDiffers
                || fault instanceof Fault.TrailingBytes
                || fault instanceof Fault.EntryCount
                || fault instanceof Fault.UnreadableEntry
                || fault instanceof Fault.WrappedTwice
                || fault instanceof Fault.IntegrityCheckFailed;
        return container ? TransferCode.DAMAGED : TransferCode.BAD_CSV;
    }
}
