package io.github.aquaspec.emulator.data;

import java.util.List;
import java.util.Optional;

/**
 * One object of the catalogue: a data source that can stand behind {@code from}.
 *
 * @param name the API name, also the name of the table
 * @param label the name people see
 * @param rows how many sample rows at scale 1
 * @param scales whether the number of rows grows with the scale
 * @param keepsDeleted whether deleted records of it can be exported
 * @param fields in the order of {@code select *}
 * @param joins the relations a query may use
 */
public record ObjectType(
        String name,
        String label,
        int rows,
        boolean scales,
        boolean keepsDeleted,
        List<Field> fields,
        List<Join> joins) {

    public ObjectType {
        fields = List.copyOf(fields);
        joins = List.copyOf(joins);
    }

    /** The field of that name, in any case. */
    public Optional<Field> field(String wanted) {
        return fields.stream().filter(f -> f.name().equalsIgnoreCase(wanted)).findFirst();
    }

    /** The relation of that name, in any case. */
    public Optional<Join> join(String wanted) {
        return joins.stream().filter(j -> j.name().equalsIgnoreCase(wanted)).findFirst();
    }
}
