package io.github.aquaspec.report.page;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the page tells.
 *
 * @param sets builds, the last one first: receipts that began at the same instant are of one
 * @param problems receipts that cannot be read
 */
record RunPage(List<ReportedSet> sets, List<Diagnostic> problems) {

    RunPage {
        sets = List.copyOf(sets);
        problems = List.copyOf(problems);
    }

    static RunPage of(Optional<Member> set, List<ReportedRun> runs, List<Diagnostic> problems) {
        Map<String, List<ReportedRun>> builds = new LinkedHashMap<>();
        set.ifPresent(receipt -> builds.put(start(Head.of(receipt)), new ArrayList<>()));
        runs.forEach(run -> builds.computeIfAbsent(start(run.head()), s -> new ArrayList<>())
                .add(run));
        List<ReportedSet> sets = new ArrayList<>();
        builds.forEach((start, ofThisBuild) ->
                sets.add(set.filter(s -> start(Head.of(s)).equals(start))
                        .map(receipt -> of(receipt, ofThisBuild))
                        .orElseGet(() -> new ReportedSet(
                                ofThisBuild.get(0).head(), Optional.empty(), List.of(), ofThisBuild, List.of()))));
        sets.sort(
                Comparator.comparing((ReportedSet build) -> start(build.head())).reversed());
        return new RunPage(sets, problems);
    }

    private static ReportedSet of(Member receipt, List<ReportedRun> runs) {
        Set<String> told = runs.stream().map(ReportedRun::id).collect(Collectors.toSet());
        List<ReportedSet.Named> named = receipt.items("manifests").stream()
                .filter(one -> one.text("id").filter(id -> !told.contains(id)).isPresent())
                .map(one -> new ReportedSet.Named(
                        one.text("id").orElseThrow(),
                        one.text("status").flatMap(Mark::of).orElse(Mark.ABSENT)))
                .toList();
        return new ReportedSet(
                Head.of(receipt),
                receipt.text("status").flatMap(Mark::of),
                receipt.items("diagnostics").stream().map(Finding::of).toList(),
                runs,
                named);
    }

    /** Sorts as the instant does. */
    private static String start(Head head) {
        return head.started()
                .map(at -> "%020d.%09d".formatted(at.getEpochSecond(), at.getNano()))
                .orElse("");
    }
}
