package io.github.aquaspec.report;

import io.github.aquaspec.run.RunEvent;
import io.github.aquaspec.run.RunListener;
import java.io.IOException;

/** Writes the receipt of a manifest when its run ends, so that a build killed later leaves true ones. */
public final class ReceiptOfEach implements RunListener {

    private final Receipts receipts;

    public ReceiptOfEach(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Submitted submitted) {
            receipts.sent(submitted.plan());
        } else if (event instanceof RunEvent.Ended ended) {
            try {
                receipts.ended(ended.outcome());
            } catch (IOException e) {
                // Not lost: the end of the set writes each receipt that is still missing, and fails if it cannot.
            }
        }
    }
}
