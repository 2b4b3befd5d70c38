package io.github.aquaspec.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table whose first column names the rows. On a narrow page each row becomes a block; the roles keep it a table for those
 * who hear it.
 */
final class Table {

    private final String caption;
    private final List<Column> columns;
    private final List<Element> rows = new ArrayList<>();

    /**
     * One column.
     *
     * @param style of its cells: {@code number}, {@code text}
     */
    record Column(String name, String style) {

        static Column text(String name) {
            return new Column(name, "text");
        }

        static Column number(String name) {
            return new Column(name, "number");
        }
    }

    Table(String caption, Column... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    /** Adds a row of as many cells as there are columns. */
    Table row(Element... cells) {
        Element row = Element.of("tr").with("role", "row");
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Element cell = i == 0
                    ? Element.of("th", column.style()).with("scope", "row").with("role", "rowheader")
                    : Element.of("td", column.style()).with("role", "cell").with("data-label", column.name());
            row.add(cell.add(cells[i]));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Element element() {
        Element head = Element.of("tr").with("role", "row");
        columns.forEach(column -> head.add(Element.of("th", column.style())
                .with("scope", "col")
                .with("role", "columnheader")
                .text(column.name())));
        return Element.of("table")
                .with("role", "table")
                .add(Element.of("caption").text(caption))
                .add(Element.of("thead").with("role", "rowgroup").add(head))
                .add(Element.of("tbody").with("role", "rowgroup").add(rows));
    }
}
