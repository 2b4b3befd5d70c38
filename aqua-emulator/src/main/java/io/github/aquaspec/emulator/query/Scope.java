package io.github.aquaspec.emulator.query;

import static io.github.aquaspec.emulator.data.Store.quoted;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.Field;
import io.github.aquaspec.emulator.data.FieldType;
import io.github.aquaspec.emulator.data.Join;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.emulator.data.Store;
import io.github.aquaspec.spec.zoql.Column;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Name;
import io.github.aquaspec.spec.zoql.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names in one query mean. Joins are collected as they are met; each key is followed once. */
final class Scope {

    private static final String BASE = "t0";
    private static final String LIVES = quoted(Store.DELETED_AT) + " IS NULL";

    private record Table(String alias, String join) {}

    private final Catalogue catalogue;
    private final ObjectType base;
    private final Dialect dialect;
    private final double apiVersion;
    private final boolean groups;
    private final Map<String, Table> joined = new LinkedHashMap<>();

    Scope(Catalogue catalogue, Query query, QueryText text) throws QueryRejected {
        this.catalogue = catalogue;
        this.base = catalogue.object(query.from().text()).orElseThrow(QueryRejected::unknownDataSource);
        this.dialect = text.dialect();
        this.apiVersion = text.version();
        this.groups = groups(query);
    }

    /** Whether a row of a query's result stands for many records. */
    private static boolean groups(Query query) {
        return !query.groupBy().isEmpty()
                || query.having().isPresent()
                || query.columns().anyMatch(Column.Aggregate.class::isInstance);
    }

    boolean groups() {
        return groups;
    }

    ObjectType base() {
        return base;
    }

    /** The fields {@code select *} means. */
    List<Expression> all() throws QueryRejected {
        return expressions(base, BASE, base.name(), base.label());
    }

    /** The fields {@code Relation.*} means. */
    List<Expression> all(Name relation) throws QueryRejected {
        if (relation.is(base.name())) {
            return all();
        }
        Join join = join(relation);
        return expressions(catalogue.target(base, join), alias(join), join.name(), join.label());
    }

    Expression field(Column.Field column) throws QueryRejected {
        Optional<Name> prefix = column.prefix().filter(p -> !p.is(base.name()));
        if (prefix.isEmpty()) {
            return expression(base, field(base, column.name()), BASE, base.name(), base.label());
        }
        Join join = join(prefix.get());
        ObjectType target = catalogue.target(base, join);
        Field field = field(target, column.name());
        return expression(target, field, alias(join), join.name(), join.label());
    }

    /** A field of the object of {@code from}, by the catalogue's name; none where the object has no such field. */
    Optional<Expression> baseField(String name) {
        return base.field(name).map(f -> expression(base, f, BASE, base.name(), base.label()));
    }

    /** A column of the base table as it is stored, hidden ones included. */
    static String stored(String column) {
        return BASE + '.' + quoted(column);
    }

    /** The tables, to stand behind {@code FROM}. */
    String tables() {
        StringBuilder sql = new StringBuilder(quoted(base.name())).append(' ').append(BASE);
        joined.values().forEach(t -> sql.append(t.join()));
        return sql.toString();
    }

    boolean knows(Field field) {
        return dialect == Dialect.EXPORT_ZOQL ? field.inExport() : field.inZoql();
    }

    private Field field(ObjectType object, Name name) throws QueryRejected {
        return object.field(name.text()).filter(this::knows).orElseThrow(() -> QueryRejected.unknownField(name.text()));
    }

    private Join join(Name relation) throws QueryRejected {
        return base.join(relation.text()).orElseThrow(QueryRejected::unknownDataSource);
    }

    private String alias(Join join) {
        ObjectType from = base;
        String alias = BASE;
        StringBuilder path = new StringBuilder();
        for (String step : join.path()) {
            Field key = catalogue.keyOf(from, step);
            ObjectType target = catalogue.target(key);
            String left = alias + '.' + quoted(key.name());
            alias = joined.computeIfAbsent(path.append('.').append(key.name()).toString(), p -> table(target, left))
                    .alias();
            from = target;
        }
        return alias;
    }

    private Table table(ObjectType target, String key) {
        String alias = "t" + (joined.size() + 1);
        // A deleted record is no part of a relation, on neither end (Zuora documentation, Export deleted data).
        String on = " ON " + alias + '.' + quoted("Id") + " = " + key + " AND " + alias + '.' + LIVES + " AND " + BASE
                + '.' + LIVES;
        return new Table(alias, " LEFT JOIN " + quoted(target.name()) + ' ' + alias + on);
    }

    private List<Expression> expressions(ObjectType object, String alias, String name, String label) {
        return object.fields().stream()
                .filter(this::knows)
                .map(f -> expression(object, f, alias, name, label))
                .toList();
    }

    private Expression expression(ObjectType owner, Field field, String alias, String object, String label) {
        return new Expression(
                object + '.' + field.name(),
                label + ": " + field.label(),
                field.type(),
                read(owner, field, alias + '.' + quoted(field.name())));
    }

    /** What stands for a column wherever a query names it. */
    private String read(ObjectType owner, Field field, String stored) {
        if (groups && field.type() == FieldType.DATETIME) {
            // Two records of one second are one group, whatever the fraction that is never shown.
            return "DATE_TRUNC(SECOND, " + stored + ')';
        }
        return dialect == Dialect.EXPORT_ZOQL
                ? CodedFields.sql(owner.name(), field.name(), stored, apiVersion)
                : stored;
    }
}
