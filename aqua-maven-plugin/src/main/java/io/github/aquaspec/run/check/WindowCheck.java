package io.github.aquaspec.run.check;

import io.github.aquaspec.run.event.QueryCheck;
import io.github.aquaspec.run.event.QueryResult;
import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.run.plan.WindowPlan;
import io.github.aquaspec.run.state.WindowPublished;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * Holds the result of a query against the window of its manifest, and the window before.
 *
 * @param findings told of it
 */
record WindowCheck(JobPlan plan, QueryResult result, Findings findings) {

    void judge() {
        window();
        before();
    }

    /** Records that the window does not ask for: Zuora was seen to drop a comparison without a word. */
    private void window() {
        List<CellFinding.Outside> outside = result.cells().stream()
                .filter(CellFinding.Outside.class::isInstance)
                .map(CellFinding.Outside.class::cast)
                .toList();
        if (!outside.isEmpty() || tellsTimes()) {
            long records =
                    outside.stream().mapToLong(CellFinding.Outside::count).sum();
            findings.made(
                    QueryCheck.Kind.WINDOW,
                    result.query(),
                    "all records inside",
                    records + " outside",
                    outside.stream().map(this::outside).toList());
        }
    }

    /** Whether the column that the window cuts is in the file, and known. */
    private boolean tellsTimes() {
        return CellsAsked.of(plan, result.query()).range().map(TimeRange::column).stream()
                .anyMatch(column -> result.header().stream().anyMatch(column::equalsIgnoreCase));
    }

    private Diagnostic outside(CellFinding.Outside outside) {
        return Diagnostic.of(
                        TransferCode.OUTSIDE_THE_WINDOW,
                        outside.count() + " records of query " + plan.quoted(result.query())
                                + " lie outside the window, the first is "
                                + CellPlaces.of(outside.first().get(0), result))
                .at(plan.at(result.query(), "query"))
                .fix("compare " + outside.column() + " in the file with the window; where it is right, "
                        + Findings.toSuppress(TransferCode.OUTSIDE_THE_WINDOW));
    }

    /** Nothing, where the window before brought something. */
    private void before() {
        Optional<Long> before = plan.window()
                .flatMap(WindowPlan::before)
                .filter(WindowPublished.class::isInstance)
                .flatMap(last -> ((WindowPublished) last)
                        .recordsOf(plan.window().orElseThrow().queries().get(result.query())))
                .filter(records -> records > 0);
        before.ifPresent(records -> findings.made(
                QueryCheck.Kind.RECORDS,
                result.query(),
                "some, as " + records + " in the window before",
                String.valueOf(result.records()),
                result.records() == 0 ? List.of(nothingThisTime(records)) : List.of()));
    }

    private Diagnostic nothingThisTime(long before) {
        return Diagnostic.of(
                        TransferCode.NOTHING_THIS_TIME,
                        "query " + plan.quoted(result.query()) + " brought no records, and " + before
                                + " in the window before")
                .at(plan.at(result.query(), "query"))
                .fix("compare with what Zuora shows for the window; where it may be, "
                        + Findings.toSuppress(TransferCode.NOTHING_THIS_TIME));
    }
}
