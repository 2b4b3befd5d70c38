package io.github.aquaspec.emulator.data;

import java.util.List;

/** Words of sample records, picked to trouble careless readers: commas, quotes, line breaks, umlauts, emoji. */
final class SampleWords {

    static final List<String> COMPANIES = List.of(
            "Kings Place Holdings",
            "Müller & Söhne GmbH",
            "Smith, Jones and Partners",
            "The \"Quoted\" Company",
            "Ørsted Wind A/S",
            "東京電子",
            "Café Olé 🎉",
            "O'Brien's Books",
            "Acme",
            "Łódź Logistyka Sp. z o.o.",
            "=Formula Trading",
            "Null",
            "Zażółć; Gęślą");

    static final List<String> FIRST_NAMES =
            List.of("Anna", "José", "Zoë", "Liam", "Søren", "Mei", "Ólafur", "Grace", "Jürgen", "Aoife");

    static final List<String> LAST_NAMES =
            List.of("Müller", "O'Neill", "García, Jr.", "Smith", "van der Berg", "Ito", "Nowak", "D\"Arcy", "Åberg");

    static final List<String> CITIES =
            List.of("London", "München", "São Paulo", "New York, NY", "Kraków", "Zürich", "大阪", "Sydney");

    static final List<String> COUNTRIES =
            List.of("United Kingdom", "Germany", "Brazil", "United States", "Poland", "Switzerland", "Japan");

    static final List<String> SENTENCES = List.of(
            "as agreed",
            "moved from another plan, see the notes",
            "the customer said \"not now\"",
            "100 % discount; first month",
            "übertragen aus Altsystem",
            "no further comment");

    static final List<String> NOTES = List.of(
            "first line\nsecond line",
            "called,\r\nno answer",
            "tab\there, \"quotes\" there",
            "emoji 🚀 and ümlauts\n\nand an empty line",
            "\"",
            ",",
            " leading and trailing blanks ",
            "- first point\n- second point",
            "'quoted' at the start",
            "=1+1",
            "plain");

    private SampleWords() {}
}
