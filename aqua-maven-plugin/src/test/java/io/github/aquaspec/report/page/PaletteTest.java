package io.github.aquaspec.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Colours can be told from the paper by WCAG 2, level AA, in the light, in the dark and in print. */
class PaletteTest {

    private static final Path CSS = Path.of("src/main/resources/io/github/aquaspec/report/page/page.css");
    private static final Pattern ROOT = Pattern.compile(":root \\{(.*?)\\}", Pattern.DOTALL);
    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): (#[0-9a-f]{3,6});");
    private static final List<String> LETTERS = List.of("ink", "soft", "good", "bad", "care", "open", "quiet");
    private static final List<String> SHAPES =
            List.of("bar-downloading", "bar-queued", "ink", "good", "bad", "care", "open");

    private static final Map<String, Map<String, String>> PALETTES = new LinkedHashMap<>();

    @BeforeAll
    static void readTheStyle() throws IOException {
        Map<String, String> colours = new HashMap<>();
        Matcher root = ROOT.matcher(Files.readString(CSS));
        for (String name : List.of("light", "dark", "print")) {
            assertThat(root.find()).as(name).isTrue();
            if (name.equals("print")) {
                colours = new HashMap<>(PALETTES.get("light"));
            }
            Matcher colour = COLOUR.matcher(root.group(1));
            while (colour.find()) {
                colours.put(colour.group(1), colour.group(2));
            }
            PALETTES.put(name, new HashMap<>(colours));
        }
    }

    @Test
    void lettersStandOut_onEachPaper() {
        PALETTES.forEach((name, colours) -> LETTERS.forEach(letter -> List.of("paper", "raised")
                .forEach(paper -> assertThat(contrast(colours.get(letter), colours.get(paper)))
                        .as(name + ": " + letter + " on " + paper)
                        .isGreaterThan(4.5))));
    }

    @Test
    void shapesThatMeanSomethingStandOut() {
        PALETTES.forEach((name, colours) ->
                SHAPES.forEach(shape -> assertThat(contrast(colours.get(shape), colours.get("paper")))
                        .as(name + ": " + shape)
                        .isGreaterThan(3)));
    }

    @Test
    void contrastIsMeasuredAsTheStandardSays() {
        assertThat(contrast("#000", "#fff")).isEqualTo(21);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
