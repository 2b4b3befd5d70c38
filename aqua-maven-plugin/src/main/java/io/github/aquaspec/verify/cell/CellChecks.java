package io.github.aquaspec.verify.cell;

import io.github.aquaspec.verify.cell.CellFinding.Missing;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The cells of one data file, looked at as it is written. */
public final class CellChecks implements Closeable {

    private final List<OddRecords> notEmpty;
    private final List<OddRecords> within;
    private final List<Unique> unique = new ArrayList<>();
    private final Optional<FirstCells> flags;
    private final OutputStream out;
    private final Optional<CellOutput> watched;

    /**
     * Passes a CSV on to {@code out} and looks at its cells.
     *
     * @param spills where the values of the n-th unique column go when they are many
     */
    public CellChecks(CellRules rules, OutputStream out, IntFunction<Spill> spills) {
        byte[] nothing = rules.nothingBytes();
        notEmpty = rules.notEmpty().stream()
                .sorted()
                .map(column -> new OddRecords(column, cell -> cell.holds(nothing)))
                .toList();
        within = rules.range().stream()
                .map(range -> new OddRecords(range.column(), cell -> range.excludes(cell.text())))
                .toList();
        for (String column : rules.unique().stream().sorted().toList()) {
            unique.add(new Unique(column, nothing, spills.apply(unique.size())));
        }
        flags = rules.flags() ? Optional.of(new FirstCells()) : Optional.empty();
        List<CellWatch> all = new ArrayList<>(notEmpty);
        all.addAll(within);
        all.addAll(unique);
        flags.ifPresent(all::add);
        this.out = out;
        watched = all.isEmpty() ? Optional.empty() : Optional.of(new CellOutput(out, all));
    }

    /** What takes the bytes of the CSV; closing it closes what is behind it. */
    public OutputStream output() {
        return watched.<OutputStream>map(output -> output).orElse(out);
    }

    /** The CSV has ended: what its first column holds, where that was asked. */
    public Optional<FirstColumn> finish() throws IOException {
        if (watched.isPresent()) {
            watched.get().finish();
        }
        return flags.map(FirstCells::counted);
    }

    /**
     * What does not hold of the data files of one query, all of them finished, in their order.
     *
     * @throws IOException what was spilled cannot be read
     */
    public static List<CellFinding> findings(List<CellChecks> files) throws IOException {
        CellChecks any = files.get(0);
        List<CellFinding> found = new ArrayList<>();
        for (int i = 0; i < any.notEmpty.size(); i++) {
            int rule = i;
            List<OddRecords> watches =
                    files.stream().map(file -> file.notEmpty.get(rule)).toList();
            if (any.has(watches.get(0), found) && OddRecords.count(watches) > 0) {
                found.add(new CellFinding.Empty(
                        watches.get(0).column(), OddRecords.count(watches), OddRecords.first(watches)));
            }
        }
        for (int i = 0; i < any.unique.size(); i++) {
            int rule = i;
            List<Unique> watches =
                    files.stream().map(file -> file.unique.get(rule)).toList();
            if (any.has(watches.get(0), found)) {
                Optional.of(Unique.finding(watches))
                        .filter(finding -> finding.count() > 0)
                        .ifPresent(found::add);
            }
        }
        if (!any.within.isEmpty()) {
            List<OddRecords> watches =
                    files.stream().map(file -> file.within.get(0)).toList();
            if (OddRecords.count(watches) > 0) {
                found.add(new CellFinding.Outside(
                        watches.get(0).column(), OddRecords.count(watches), OddRecords.first(watches)));
            }
        }
        return found;
    }

    /** Gives the memory back that a finished file holds, where more files of its query are to come. */
    public void release() throws IOException {
        for (Unique column : unique) {
            column.release();
        }
    }

    @Override
    public void close() throws IOException {
        for (Unique column : unique) {
            column.close();
        }
    }

    private boolean has(CellWatch watch, List<CellFinding> found) {
        boolean has = watched.map(CellOutput::header)
                .filter(header -> watch.in(header) >= 0)
                .isPresent();
        if (!has) {
            found.add(new Missing(watch.column()));
        }
        return has;
    }
}
