package io.github.aquaspec.run;

import io.github.aquaspec.client.BatchReply;
import io.github.aquaspec.spec.diagnostic.Code;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.Fault;

/** Turns what is wrong with a file into a finding. */
final class FileFault {

    private FileFault() {}

    static Diagnostic diagnostic(Fault fault, String query, BatchReply batch) {
        Code code = code(fault);
        String files = String.join(", ", batch.files());
        Diagnostic diagnostic = Diagnostic.of(
                        code, "the result of query " + query + " is " + state(code) + ": " + fault.sentence())
                .why(code.why() + " It is file " + files + ".");
        if (fault instanceof Fault.NotData notData) {
            return diagnostic
                    .why(code.why() + " File " + files + " begins with: " + notData.excerpt())
                    .fix("check what stands between here and Zuora: a proxy, a login page, another base URL");
        }
        if (fault instanceof Fault.TooLarge || fault instanceof Fault.RatioTooHigh) {
            return diagnostic.fix("select fewer columns or records, for instance with a bound on UpdatedDate");
        }
        return diagnostic.fix("run again; where it stays, give Zuora Support the file id");
    }

    private static String state(Code code) {
        if (code == TransferCode.NOT_DATA) {
            return "not data";
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
        boolean container = fault instanceof Fault.Truncated
                || fault instanceof Fault.Damaged
                || fault instanceof Fault.ChecksumDiffers
                || fault instanceof Fault.LengthDiffers
                || fault instanceof Fault.TrailingBytes
                || fault instanceof Fault.EntryCount
                || fault instanceof Fault.UnreadableEntry;
        return container ? TransferCode.DAMAGED : TransferCode.BAD_CSV;
    }
}
