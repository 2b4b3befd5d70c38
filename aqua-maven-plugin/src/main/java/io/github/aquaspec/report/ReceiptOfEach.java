package io.github.aquaspec.report;

import io.github.aquaspec.run.RunEvent;
import io.github.aquaspec.run.RunListener;
import java.io.IOException;

/** Writes the receipt of a manifest when its job is submitted and when its run ends: a killed build leaves true ones. */
public final class ReceiptOfEach implements RunListener {

    private final Receipts receipts;

    public ReceiptOfEach(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Submitted submitted) {
            try {
                receipts.sent(submitted.plan(), submitted.jobId(), submitted.runKey());
            } catch (IOException e) {
                // The job is under way; the receipt of its end holds the same, and fails the build if it cannot be
                // written.
            }
        } else if (event instanceof RunEvent.Ended ended) {
            try {
                receipts.ended(ended.outcome());
            } catch (IOException e) {
                // Not lost: the end of the set writes each receipt that is still missing, and fails if it cannot.
            }
        }
    }
}
