package io.github.aquaspec.run.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.JobSpecs;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Neighbours tell of each pair that clashes, as a look at all pairs does. */
class IdClashesTest {

    @Property(tries = 300, seed = "20261123")
    void tellsOfAsManyPairs_asThereAre(@ForAll("ids") List<String> ids) {
        List<Manifest> manifests = ids.stream().map(IdClashesTest::manifest).toList();
        long pairs = 0;
        for (int i = 0; i < manifests.size(); i++) {
            for (int j = i + 1; j < manifests.size(); j++) {
                pairs += manifests.get(i).id().clashesWith(manifests.get(j).id()) ? 1 : 0;
            }
        }

        assertThat(IdClashes.among(manifests)).hasSize((int) pairs);
    }

    /** Few letters, and those that sort beside the separator, so that many clash. */
    @Provide
    Arbitrary<List<String>> ids() {
        Arbitrary<String> name = Arbitraries.of("a", "A", "b", "a-b", "a.b", "a0", "A_b");
        Arbitrary<String> id = name.list().ofMinSize(1).ofMaxSize(3).map(names -> String.join("/", names));
        return id.list().ofMaxSize(12);
    }

    private static Manifest manifest(String id) {
        return new Manifest(ManifestId.of(id).orElseThrow(), JobSpecs.parse(id + ".yaml", "queries: []"));
    }
}
