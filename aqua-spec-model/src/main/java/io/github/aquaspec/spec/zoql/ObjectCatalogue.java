package io.github.aquaspec.spec.zoql;

import io.github.aquaspec.spec.zoql.DataSource.DeletedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects that queries are known to read; the facts with their sources stand in {@code objects.txt}. A tenant may
 * have fewer and more (Zuora documentation, Export ZOQL: available objects).
 */
public final class ObjectCatalogue {

    private static final ObjectCatalogue ZUORA = read(CatalogueText.resource("objects.txt"));

    private final SortedMap<String, DataSource> byName;

    private final SortedSet<String> neverExported = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final SortedSet<String> neverJoined = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final SortedMap<String, String> documentedNames = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ObjectCatalogue(SortedMap<String, DataSource> byName, CatalogueText text) {
        this.byName = byName;
        neverExported.addAll(text.words("never exported"));
        neverJoined.addAll(text.words("never joined"));
        text.rows("other names").forEach((other, names) -> documentedNames.put(other, names.get(0)));
    }

    /** What is known of Zuora. */
    public static ObjectCatalogue zuora() {
        return ZUORA;
    }

    static ObjectCatalogue read(CatalogueText text) {
        SortedMap<String, DataSource> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        text.rows("data sources").forEach((name, relations) -> {
            Optional<List<DataSource.Relation>> listed = Optional.of(relations(text, relations));
            byName.put(name, new DataSource(name, listed, DeletedRows.EXPORTED));
        });
        for (String name : text.words("other objects")) {
            byName.put(name, new DataSource(name, Optional.empty(), DeletedRows.EXPORTED));
        }
        mark(byName, text.words("no deleted rows: documented"), DeletedRows.DOCUMENTED_AS_UNSUPPORTED);
        mark(byName, text.words("no deleted rows: reported"), DeletedRows.REPORTED_AS_UNSUPPORTED);
        return new ObjectCatalogue(byName, text);
    }

    private static List<DataSource.Relation> relations(CatalogueText text, List<String> words) {
        List<DataSource.Relation> relations = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("@")) {
                relations.addAll(relations(text, text.rows("groups").get(word)));
            } else {
                boolean tenantDependent = word.endsWith("*");
                relations.add(new DataSource.Relation(word.replace("*", ""), tenantDependent));
            }
        }
        return relations;
    }

    private static void mark(SortedMap<String, DataSource> byName, List<String> names, DeletedRows deletedRows) {
        for (String name : names) {
            DataSource known = byName.get(name);
            if (known == null) {
                throw new IllegalArgumentException(name + " has no deleted rows, but is no object either");
            }
            byName.put(known.name(), new DataSource(known.name(), known.relations(), deletedRows));
        }
    }

    /** The object of this name, in any case. */
    public Optional<DataSource> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The name of a known object or relation as Zuora spells it; an unknown one as it is. */
    public String canonical(String name) {
        return find(name)
                .map(DataSource::name)
                .or(() -> byName.values().stream()
                        .flatMap(source -> source.relation(name).stream())
                        .map(DataSource.Relation::name)
                        .findFirst())
                .orElse(name);
    }

    /** Whether Export ZOQL can read nothing of an object, in any case. */
    public boolean isNeverExported(String name) {
        return neverExported.contains(name);
    }

    /** Whether a job fails that joins an object, in any case. */
    public boolean isNeverJoined(String name) {
        return neverJoined.contains(name);
    }

    /** The name that queries have to use for an object which is called otherwise elsewhere in Zuora. */
    public Optional<String> documentedFor(String otherName) {
        return Optional.ofNullable(documentedNames.get(otherName));
    }

    /** All objects, by name. */
    public Collection<DataSource> dataSources() {
        return List.copyOf(byName.values());
    }
}
