package io.github.aquaspec.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table whose first column names the rows; columns without any content are left out. On a narrow page each row becomes a
 * block; the roles keep it a table for those who hear it.
 */
final class Table {

    private final String caption;
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * One column.
     *
     * @param style of its cells
     */
    record Column(String name, String style) {

        static Column text(String name) {
            return new Column(name, "text");
        }

        /** A short text, which is not broken without need. */
        static Column word(String name) {
            return new Column(name, "text word");
        }

        /** The names of the rows. */
        static Column title(String name) {
            return new Column(name, "text title");
        }

        static Column id(String name) {
            return new Column(name, "text id");
        }

        static Column number(String name) {
            return new Column(name, "number");
        }
    }

    Table(String caption, Column... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    /** Adds a row of as many cells as there are columns; those that are left out at its end are empty. */
    Table row(Cell... cells) {
        List<Cell> row = new ArrayList<>(List.of(cells));
        while (row.size() < columns.size()) {
            row.add(Cell.NOTHING);
        }
        rows.add(row);
        return this;
    }

    /** Whether it says nothing but the names of its rows. */
    boolean isEmpty() {
        return used().size() < 2;
    }

    Element element() {
        List<Integer> used = used();
        Element head = Element.of("tr").with("role", "row");
        used.forEach(i -> head.add(Element.of("th", columns.get(i).style())
                .with("scope", "col")
                .with("role", "columnheader")
                .text(columns.get(i).name())));
        return Element.of("table")
                .with("role", "table")
                .add(Element.of("caption").text(caption))
                .add(Element.of("thead").with("role", "rowgroup").add(head))
                .add(Element.of("tbody")
                        .with("role", "rowgroup")
                        .add(rows.stream().map(row -> row(row, used)).toList()));
    }

    private Element row(List<Cell> cells, List<Integer> used) {
        Element row = Element.of("tr").with("role", "row");
        for (int i : used) {
            Column column = columns.get(i);
            Element cell = i == 0
                    ? Element.of("th", column.style()).with("scope", "row").with("role", "rowheader")
                    : Element.of("td", column.style()).with("role", "cell").with("data-label", column.name());
            row.add(cell.add(cells.get(i).element()));
        }
        return row;
    }

    private List<Integer> used() {
        return IntStream.range(0, columns.size())
                .filter(i -> i == 0 || rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
                .boxed()
                .toList();
    }
}
