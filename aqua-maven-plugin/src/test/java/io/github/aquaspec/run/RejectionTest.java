package io.github.aquaspec.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure;
import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {

    private static final String MANIFEST = """
            version: "1.1"
            partner: p
            project: q
            notifyUrl: "https://example.com/?j=${JOBID}&s=${STATUS}"
            incrementalTime: "2015-01-21 10:30:01"
            queries:
              - name: A
                query: select Id from Account
              - name: B
                convertToCurrencies: EUR
                apiVersion: "145.0"
                deleted: {column: D, format: Numeric}
                query: select Id from Contact
            """;

    /** The whole table of Zuora documentation, AQuA API error codes; those of files and cancelling left out. */
    @ParameterizedTest
    @CsvSource({
        "90001, 6:1, NEVER",
        "90004, 6:1, NEVER",
        "90005, 6:1, NEVER",
        "90006, 6:1, LATER",
        "90007, 6:1, NEVER",
        "90008, 6:1, LATER",
        "90009, 6:1, NEVER",
        "90010, 6:1, LATER",
        "90011, 6:1, NEVER",
        "90012, 12:5, NEVER",
        "90014, 4:1, NEVER",
        "90015, 5:1, NEVER",
        "90016, 6:1, NEVER",
        "90017, 12:5, NEVER",
        "90018, 6:1, NEVER",
        "90019, 2:1, NEVER",
        "90020, 6:1, NEVER",
        "90021, 10:5, NEVER",
        "90022, 6:1, LATER",
        "90028, 6:1, LATER",
        "99999, 6:1, NEVER"
    })
    void points_atWhatACodeIsAbout_andSaysWhatToDo(String code, String place, Retry retry) {
        Diagnostic diagnostic = Rejection.of(plan(MANIFEST), rejected(code, "Some words."));

        assertThat(diagnostic.where().orElseThrow().span()).hasToString("specs/a.yaml:" + place);
        assertThat(diagnostic.message()).isEqualTo("Zuora does not take the job (" + code + ")");
        assertThat(diagnostic.why()).isEqualTo("Zuora says: Some words.");
        assertThat(diagnostic.fix()).isPresent();
        assertThat(Rejection.retry(rejected(code, ""))).isEqualTo(retry);
    }

    @Test
    void points_atTheQuery_whenThereIsOnlyOne() {
        JobPlan plan = plan("queries:\n  - name: A\n    query: select Id from Account\n");

        assertThat(Rejection.of(plan, rejected("90005", "There is a syntax error"))
                        .where()
                        .orElseThrow()
                        .span())
                .hasToString("specs/a.yaml:3:5");
    }

    @Test
    void points_atEncrypted_whenAServerErrorMayComeOfAMissingKey() {
        String query = "queries: [{name: A, query: select Id from Account}]\n";

        Diagnostic encrypted =
                Rejection.of(plan("encrypted: pgp\n" + query), rejected("90010", "Internal Server Error."));
        Diagnostic plain = Rejection.of(plan("encrypted: none\n" + query), rejected("90010", "Internal Server Error."));

        assertThat(encrypted.where().orElseThrow().span()).hasToString("specs/a.yaml:1:1");
        assertThat(encrypted.fix().orElseThrow()).contains("no key for encrypted files", "otherwise run again later");
        assertThat(plain.where().orElseThrow().span()).hasToString("specs/a.yaml:2:1");
        assertThat(plain.fix().orElseThrow()).doesNotContain("key");
    }

    @ParameterizedTest
    @CsvSource({
        "select Id as \"Foo\" from Account where Foo = 1, 3:50",
        "select Id from Account where Name = 'Foo' and Foo = 1, 3:58",
        "'select Id, Account.Foo from Account', 3:23",
        "select Id from Account order by Foo, 3:44",
        "'select Foo, Name as \"Foo\" from Account', 3:19"
    })
    void points_atTheField_notAtAWordThatLooksLikeIt(String query, String place) {
        JobPlan plan = plan("queries:\n  - name: A\n    query: " + query + "\n");

        assertThat(Rejection.of(plan, rejected("90005", "There is no field named Foo."))
                        .where()
                        .orElseThrow()
                        .span())
                .hasToString("specs/a.yaml:" + place);
    }

    @Test
    void points_atTheQueries_whenNoneHasTheField() {
        assertThat(Rejection.of(plan(MANIFEST), rejected("90005", "There is no field named Foo."))
                        .where()
                        .orElseThrow()
                        .span())
                .hasToString("specs/a.yaml:6:1");
    }

    private static JobPlan plan(String manifest) {
        return Plans.plan("a", manifest, Path.of("out"));
    }

    private static CallFailure rejected(String code, String message) {
        return new CallFailure(
                Kind.REJECTED, "submit the job", Optional.of(200), Optional.of(code), message, Optional.empty());
    }
}
