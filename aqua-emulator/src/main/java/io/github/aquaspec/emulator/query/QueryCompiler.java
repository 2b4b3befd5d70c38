package io.github.aquaspec.emulator.query;

import static io.github.aquaspec.emulator.data.Store.quoted;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.Field;
import io.github.aquaspec.emulator.data.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns queries into SQL over the catalogue's tables. */
public final class QueryCompiler {

    private static final Pattern SELECT =
            Pattern.compile("(?is)\\s*select\\s+([\\w\\s,.]+?)\\s+from\\s+(\\w+)\\s*;?\\s*");

    private final Catalogue catalogue;

    public QueryCompiler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The statement for a query text. */
    public Statement compile(String text) throws QueryRejected {
        Matcher matcher = SELECT.matcher(text);
        if (!matcher.matches()) {
            throw new QueryRejected("Unexpected query");
        }
        ObjectType base = catalogue
                .object(matcher.group(2))
                .orElseThrow(() -> new QueryRejected("The requested data source could not be found"));
        List<Field> fields = new ArrayList<>();
        for (String name : matcher.group(1).split(",", -1)) {
            String bare = name.strip().substring(name.strip().indexOf('.') + 1);
            fields.add(base.field(bare).orElseThrow(() -> new QueryRejected("There is no field named " + bare)));
        }
        String sql = fields.stream().map(f -> quoted(f.name())).collect(Collectors.joining(", "));
        List<OutputColumn> columns = fields.stream()
                .map(f -> new OutputColumn(base.name() + '.' + f.name(), base.label() + ": " + f.label(), f.type()))
                .toList();
        return new Statement("SELECT " + sql + " FROM " + quoted(base.name()), List.of(), columns);
    }
}
