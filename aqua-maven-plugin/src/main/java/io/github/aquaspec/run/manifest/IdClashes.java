package io.github.aquaspec.run.manifest;

import io.github.aquaspec.run.failure.TargetCode;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds ids that would meet on some file system, with one look at neighbours instead of one at each pair. */
final class IdClashes {

    /** Two of the manifests, by their numbers. */
    private record Pair(int first, int second) {}

    private IdClashes() {}

    /**
     * A finding for each two that clash.
     *
     * @param manifests by id
     */
    static List<Diagnostic> among(List<Manifest> manifests) {
        List<Integer> neighbours = IntStream.range(0, manifests.size())
                .boxed()
                .sorted(Comparator.comparing(i -> key(manifests.get(i).id())))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < neighbours.size(); i++) {
            ManifestId id = manifests.get(neighbours.get(i)).id();
            for (int j = i + 1; j < neighbours.size(); j++) {
                if (!id.clashesWith(manifests.get(neighbours.get(j)).id())) {
                    break;
                }
                pairs.add(new Pair(
                        Math.min(neighbours.get(i), neighbours.get(j)),
                        Math.max(neighbours.get(i), neighbours.get(j))));
            }
        }
        return pairs.stream()
                .sorted(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second))
                .map(pair -> clash(manifests.get(pair.first()), manifests.get(pair.second())))
                .toList();
    }

    /** Sorted by it, an id has behind it at once all that are equal or below it: nothing sorts before the separator. */
    private static String key(ManifestId id) {
        return id.text().toLowerCase(Locale.ROOT).replace('/', '\0');
    }

    private static Diagnostic clash(Manifest a, Manifest b) {
        return Diagnostic.of(
                        TargetCode.SAME_ID,
                        a.id().equals(b.id())
                                ? "two manifests have the id \"" + a.id() + "\""
                                : "the ids \"" + a.id() + "\" and \"" + b.id() + "\" cannot stand side by side")
                .at(b.loaded().places().value(SpecPath.ROOT), "this one")
                .related(a.loaded().places().value(SpecPath.ROOT), "and this one")
                .fix("rename one of the two files");
    }
}
