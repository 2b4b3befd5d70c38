package io.github.aquaspec.run;

import io.github.aquaspec.snapshot.Disk;
import io.github.aquaspec.verify.cell.CellChecks;
import io.github.aquaspec.verify.cell.CellFinding;
import io.github.aquaspec.verify.cell.CellRules;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data files of one query whose cells were looked at, in their order. A file that is tried again is looked at anew. */
final class CheckedFiles implements Closeable {

    private final Disk disk;
    private final CellRules rules;
    private final Path aside;
    private final List<CellChecks> begun = new ArrayList<>();
    private final List<CellChecks> good = new ArrayList<>();

    /**
     * No files yet.
     *
     * @param aside a folder for values that do not fit into memory, made when it is needed
     */
    CheckedFiles(Disk disk, CellRules rules, Path aside) {
        this.disk = disk;
        this.rules = rules;
        this.aside = aside;
    }

    /** Looks at a file that is written to {@code out} under a name. */
    CellChecks begin(String name, OutputStream out) {
        String attempt = name + "-" + begun.size();
        CellChecks cells = new CellChecks(rules, out, column -> new SpilledValues(disk, aside, attempt + "-" + column));
        begun.add(cells);
        return cells;
    }

    /** The file is one of the query's; what was begun since the last of them is thrown away. */
    void keep(CellChecks cells) throws IOException {
        if (!good.isEmpty()) {
            // a query has at most one file in memory, however many it has
            good.get(good.size() - 1).release();
        }
        good.add(cells);
        for (CellChecks other : begun) {
            if (!good.contains(other)) {
                other.close();
            }
        }
    }

    /** What does not hold of all of them. */
    List<CellFinding> findings() throws IOException {
        return CellChecks.findings(good);
    }

    @Override
    public void close() throws IOException {
        for (CellChecks cells : begun) {
            cells.close();
        }
    }
}
