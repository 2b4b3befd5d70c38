package io.github.aquaspec.report;

import io.github.aquaspec.run.event.RunEvent;
import io.github.aquaspec.run.event.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes the receipt of a manifest when its run begins, at each step that it takes and when it ends: a killed build leaves
 * true ones. A run whose receipt cannot be written does not begin.
 */
public final class ReceiptOfEach implements RunListener {

    private final Receipts receipts;

    public ReceiptOfEach(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void on(RunEvent event) {
        receipts.note(event);
        if (event instanceof RunEvent.Started) {
            try {
                receipts.running(event.id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (isStep(event)) {
            try {
                receipts.running(event.id());
            } catch (IOException e) {
                // The run is under way; the receipt of its end holds the same, and fails the build if it cannot be
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

    /** What nobody would want to miss who finds the receipt of a killed build. */
    private static boolean isStep(RunEvent event) {
        return event instanceof RunEvent.Submitted
                || event instanceof RunEvent.StatusChanged
                || event instanceof RunEvent.FileVerified
                || event instanceof RunEvent.SnapshotPublished;
    }
}
