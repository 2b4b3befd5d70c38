package io.github.aquaspec.emulator.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the catalogue's own format; its first lines explain it. */
final class CatalogueReader {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int DEFAULT_NULL_SHARE = 15;

    private final List<ObjectType> objects = new ArrayList<>();
    private List<String> head = List.of();
    private final List<Field> fields = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();

    private CatalogueReader() {}

    static Catalogue readResource(String name) {
        try (InputStream in = CatalogueReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue read(Reader text) {
        CatalogueReader reader = new CatalogueReader();
        List<String> lines = new BufferedReader(text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.line(i + 1, words(line));
            }
        }
        reader.endObject();
        return new Catalogue(reader.objects);
    }

    private void line(int number, List<String> words) {
        try {
            if (words.get(0).equals("object")) {
                endObject();
                head = words;
            } else if (words.get(0).equals("join")) {
                joins.add(new Join(
                        words.get(1), words.get(2), List.of(words.get(3).split("\\.", -1))));
            } else {
                fields.add(field(words));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("catalogue line " + number + ": " + e.getMessage(), e);
        }
    }

    private void endObject() {
        if (!head.isEmpty()) {
            int rows = Integer.parseInt(head.get(4));
            List<String> marks = head.subList(5, head.size());
            objects.add(new ObjectType(
                    head.get(1),
                    head.get(2),
                    rows,
                    !marks.contains("fixed"),
                    !marks.contains("forgets-deleted"),
                    fields,
                    joins));
        }
        fields.clear();
        joins.clear();
    }

    private static Field field(List<String> words) {
        int at = 1;
        String[] type = words.get(at++).split("\\?", -1);
        int nullShare = type.length == 1 ? 0 : type[1].isEmpty() ? DEFAULT_NULL_SHARE : Integer.parseInt(type[1]);
        boolean isKey = type[0].equals("ref");
        Optional<String> target = isKey ? Optional.of(words.get(at++)) : Optional.empty();
        String label = words.get(at++);
        Field.Visibility visibility = isKey ? Field.Visibility.ZOQL_ONLY : Field.Visibility.BOTH;
        if (at < words.size() && words.get(at).startsWith("@")) {
            visibility = visibility(words.get(at++));
        }
        List<String> recipe = words.subList(at, words.size());
        return new Field(
                words.get(0),
                label,
                isKey ? FieldType.ID : FieldType.valueOf(type[0].toUpperCase(Locale.ROOT)),
                target,
                visibility,
                nullShare,
                recipe.isEmpty()
                        ? new Recipe("", List.of())
                        : new Recipe(recipe.get(0), recipe.subList(1, recipe.size())));
    }

    private static Field.Visibility visibility(String mark) {
        return switch (mark) {
            case "@both" -> Field.Visibility.BOTH;
            case "@zoql" -> Field.Visibility.ZOQL_ONLY;
            case "@export" -> Field.Visibility.EXPORT_ONLY;
            default -> throw new IllegalArgumentException("unknown mark " + mark);
        };
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }
}
