package io.github.aquaspec.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.spec.JobSpecs;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a manifest begins with is by the book. */
class StarterManifestTest {

    static Stream<String> objects() {
        return ObjectCatalogue.zuora().dataSources().stream()
                .map(DataSource::name)
                .filter(name -> !ObjectCatalogue.zuora().isNeverExported(name));
    }

    /** Notes too: who begins with it meets nothing. */
    @ParameterizedTest
    @MethodSource("objects")
    void nothingIsFound_inThatOfAnyObject(String object) {
        assertThat(found(StarterManifest.of(object, false))).isEmpty();
        assertThat(found(StarterManifest.of(object, true))).isEmpty();
    }

    @Test
    void thereAreObjects() {
        assertThat(objects()).hasSizeGreaterThan(100).contains("RevenueEventItemInvoiceItemAdjustment");
    }

    @Test
    void somethingIsFound_whereALineOfItIsGone() {
        String text = StarterManifest.of("Account", false);

        assertThat(found(text.replace("output: {layout: dated}", "")))
                .extracting(d -> d.code().id())
                .containsExactly("AQ225");
        assertThat(found(text.replace("from Account", "from Acount")))
                .extracting(d -> d.code().id())
                .containsExactly("AQ415");
    }

    @Test
    void asksForChanges_ofWhatIsKnownToHaveThem() {
        JobSpec account = spec("Account");
        assertThat(account.window()).isPresent();
        assertThat(account.queries().get(0).query())
                .contains("UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}");

        JobSpec custom = spec("default__sensor");
        assertThat(custom.window()).isEmpty();
        assertThat(custom.queries().get(0).query()).isEqualTo("select Id from default__sensor");
    }

    @Test
    void whatIsKnownToHaveThem_isWhatTheEmulatorKnows() {
        assertThat(Catalogue.shipped().objects().stream()
                        .filter(object -> object.field("UpdatedDate").isPresent())
                        .map(ObjectType::name)
                        .filter(name -> !ObjectCatalogue.zuora().isNeverExported(name)))
                .containsExactlyInAnyOrderElementsOf(StarterManifest.dated());
    }

    @Test
    void offersDeletedRecords_whereZuoraKeepsThem() {
        assertThat(StarterManifest.of("Account", false)).contains("# deleted: {column: IsDeleted");
        assertThat(StarterManifest.of("AccountingCode", false)).doesNotContain("deleted:");
    }

    /** What stands there as a comment is true once its mark is gone. */
    @ParameterizedTest
    @MethodSource("alternatives")
    void eachAlternativeWorks(String object, String comment, String findings) {
        String text = StarterManifest.of(object, false);
        assertThat(text).contains("# " + comment);

        assertThat(found(text.replace("# " + comment, comment)))
                .extracting(d -> d.code().id() + " " + d.severity())
                .isEqualTo(findings.isEmpty() ? List.of() : List.of(findings));
    }

    static Stream<Arguments> alternatives() {
        return Stream.of(
                Arguments.of("Account", "deleted: {column", "AQ235 WARNING"),
                Arguments.of("Account", "records: {min", ""),
                Arguments.of("Account", "suppress: [", ""),
                Arguments.of("Account", "params: {", "AQ117 WARNING"),
                Arguments.of("Order", "output: {layout", ""));
    }

    @Test
    void aWindowThatIsAddedAsTheCommentSays_works() {
        String text = StarterManifest.of("Order", false)
                .replace("# window:", "window:")
                .replace("# output:", "output:")
                .replace(
                        "from Order\n",
                        "from Order where UpdatedDate >= ${window.from} and UpdatedDate < ${window.to}\n");

        assertThat(found(text)).isEmpty();
    }

    private static JobSpec spec(String object) {
        return JobSpecs.parse("a.yaml", StarterManifest.of(object, false))
                .value()
                .orElseThrow();
    }

    private static List<Diagnostic> found(String text) {
        return JobSpecs.parse("a.yaml", text).diagnostics();
    }
}
