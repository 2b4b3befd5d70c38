package io.github.aquaspec.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.model.Expect;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileStemsTest {

    @Test
    void areTheFile_elseTheName_elseTheObject() {
        assertThat(stems(query("Account", "customers"), query("Contact", null), query(null, null)))
                .containsExactly("customers", "Contact", "Invoice");
    }

    @Test
    void getNumbers_whenNamesComeTwice() {
        assertThat(stems(query("Account", null), query("Account", null), query("account", null), query(null, null)))
                .containsExactly("Account", "Account-2", "account-3", "Invoice");
    }

    @Test
    void leaveANameToTheQueryThatHasIt_whenANumberWouldTakeIt() {
        assertThat(stems(query("Account", null), query("Account", null), query("Account-2", null)))
                .containsExactly("Account", "Account-3", "Account-2");
    }

    @Test
    void leaveAFileToTheQueryThatNamesIt() {
        assertThat(stems(query("Account", null), query("x", "ACCOUNT"))).containsExactly("Account-2", "ACCOUNT");
    }

    @Test
    void leaveANameToTheQueryThatHasIt_whenAnotherOnlyComesToIt() {
        assertThat(stems(query("a/b", null), query(null, null), query("a-b", null), query("invoice", null)))
                .containsExactly("a-b-2", "Invoice-2", "a-b", "invoice");
    }

    @Test
    void stayWithinAHundredCharacters_withANumber() {
        String longest = "a".repeat(100);

        assertThat(stems(query(longest, null), query(longest, null)))
                .containsExactly(longest, "a".repeat(98) + "-2")
                .allMatch(FileStems::isStem);
    }

    @Test
    void neverCollide_whateverTheNames() {
        List<String> names = Arrays.asList(
                null,
                "a",
                "A",
                "a-2",
                "A-2",
                "a-3",
                "CON",
                "../a",
                "",
                "ä",
                "a.",
                "b".repeat(120),
                "b".repeat(100),
                "con." + "a".repeat(120));
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            List<QuerySpec> queries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String file = random.nextInt(3) == 0 ? names.get(random.nextInt(names.size())) : null;
                queries.add(query(names.get(random.nextInt(names.size())), file));
            }

            List<String> stems = stems(queries.toArray(new QuerySpec[0]));

            assertThat(stems)
                    .allMatch(FileStems::isStem)
                    .extracting(stem -> stem.toLowerCase(Locale.ROOT))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Account", "0", "a b", "a.b", "a_b-c", "console", "com10", "LPT"})
    void canBe(String name) {
        assertThat(FileStems.isStem(name)).isTrue();
        assertThat(FileStems.slug(name).replace('-', ' ')).isEqualTo(name.replace('-', ' '));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " a", ".a", "-a", "_a", "a/b", "a\\b", "a:b", "a..b", "a.", "a ", "é", "a\nb", "con", "NUL", "Com1",
                "lpt9", "con.csv", "aux .x", "\u0000"
            })
    void cannotBe(String name) {
        assertThat(FileStems.isStem(name)).isFalse();
        assertThat(FileStems.isStem(FileStems.slug(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Accounts / US,Accounts-US", "Größe,Gro-e", "con,query-con", "日本,query", "../../etc/passwd,etc-passwd"})
    void haveANearName(String name, String slug) {
        assertThat(FileStems.slug(name)).isEqualTo(slug);
    }

    private static List<String> stems(QuerySpec... queries) {
        JobSpec empty = JobSpecs.parse("job.yaml", "queries: [{query: select Id from Account}]")
                .value()
                .orElseThrow();
        return FileStems.of(empty.asking(List.of(queries)));
    }

    private static QuerySpec query(String name, String file) {
        return new QuerySpec(
                Optional.ofNullable(name),
                "select Id from Invoice",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.ofNullable(file),
                Expect.NOTHING,
                Expect.NOTHING,
                List.of(),
                List.of());
    }
}
