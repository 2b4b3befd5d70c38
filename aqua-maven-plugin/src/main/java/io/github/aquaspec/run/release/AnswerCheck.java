package io.github.aquaspec.run.release;

import io.github.aquaspec.run.failure.TransferCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.model.ApiVersion;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a snapshot against its manifest as it is now: whether it answers what is asked today, word for word. */
public final class AnswerCheck {

    private final JobPlan plan;
    private final DataPackage snapshot;
    private final Set<String> answered = new HashSet<>();

    private AnswerCheck(JobPlan plan, DataPackage snapshot) {
        this.plan = plan;
        this.snapshot = snapshot;
    }

    /** The first thing that was asked otherwise; empty where the snapshot is the answer. */
    public static Optional<Diagnostic> of(JobPlan open, DataPackage snapshot) {
        AnswerCheck check = new AnswerCheck(filled(open, snapshot), snapshot);
        return check.ofTheJob().or(check::ofQueries).or(check::ofOthers);
    }

    /** The plan over the window of the snapshot; as it is where the two have not both one, or ours is never such. */
    private static JobPlan filled(JobPlan open, DataPackage snapshot) {
        try {
            return snapshot.job()
                    .window()
                    .filter(window -> open.written().window().isPresent())
                    .map(window -> open.in(new WindowRange(window.from(), window.to())))
                    .orElse(open);
        } catch (IllegalArgumentException e) {
            return open; // its queries then are no answer
        }
    }

    private Optional<Diagnostic> ofTheJob() {
        JobSpec spec = plan.spec();
        DataPackage.Job job = snapshot.job();
        if (!snapshot.name().equals(plan.id().text())) {
            return other("it calls itself " + snapshot.name(), at(SpecPath.ROOT));
        }
        if (!job.version().equals(spec.effectiveVersion().word())) {
            return other("its job has version " + job.version(), at(SpecPath.ROOT.key("version")));
        }
        if (!job.partner().equals(spec.session().partner())
                || !job.project().equals(spec.session().project())) {
            return other("its job is one of another session", at(SpecPath.ROOT.key("project")));
        }
        return job.window().isPresent() == spec.window().isPresent()
                ? Optional.empty()
                : other(
                        job.window().isPresent() ? "it holds a window" : "it holds no window",
                        at(SpecPath.ROOT.key("window")));
    }

    private Optional<Diagnostic> ofQueries() {
        for (int i = 0; i < plan.spec().queries().size(); i++) {
            Optional<Diagnostic> found = ofQuery(i);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnostic> ofQuery(int index) {
        SpecPath path = SpecPath.ROOT.key("queries").index(index);
        List<DataPackage.Resource> files = snapshot.resources().stream()
                .filter(file -> file.file().name().equals(name(index, file)))
                .toList();
        if (files.isEmpty()) {
            return other("it has no file for query \"" + plan.stems().get(index) + "\"", at(path));
        }
        for (DataPackage.Resource file : files) {
            Optional<Diagnostic> found = ofFile(index, file, path);
            if (found.isPresent()) {
                return found;
            }
            answered.add(file.name());
        }
        return Optional.empty();
    }

    /** The name that the file has where it is this query's: whether segments are kept is said by both sides. */
    private String name(int index, DataPackage.Resource file) {
        Optional<Integer> segment = file.query().segment();
        return segment.isPresent() && plan.keepsSegments()
                ? plan.dataFile(index, segment.get())
                : plan.keepsSegments() ? "" : plan.dataFile(index);
    }

    private Optional<Diagnostic> ofFile(int index, DataPackage.Resource file, SpecPath path) {
        QuerySpec query = plan.spec().queries().get(index);
        DataPackage.Query asked = file.query();
        String name = "`" + file.file().name() + "` ";
        if (!asked.text().equals(query.query())
                || !asked.type().equals(query.effectiveType().word())) {
            return other(name + "answers another query", at(path.key("query")));
        }
        if (!asked.name().equals(query.name().orElse(plan.stems().get(index)))) {
            return other(name + "answers the query \"" + asked.name() + "\"", at(path.key("name")));
        }
        if (!asked.apiVersion().equals(query.apiVersion().map(ApiVersion::text))) {
            return other(name + "has API version " + asked.apiVersion().orElse("none"), at(path.key("apiVersion")));
        }
        if (!file.nullText().equals(plan.spec().results().nullReplacement().orElse(""))) {
            return other(name + "has another text for null", at(SpecPath.ROOT.key("nullReplacement")));
        }
        Optional<Set<String>> columns = query.expect().columns().map(HashSet::new);
        return columns.isEmpty() || columns.get().equals(new HashSet<>(file.columns()))
                ? Optional.empty()
                : other(name + "has other columns", at(path.key("expect").key("columns")));
    }

    /** Files of no query, but for those that a session adds of its own. */
    private Optional<Diagnostic> ofOthers() {
        boolean repeats = plan.spec().queries().isEmpty()
                || plan.spec().session().useLastCompletedJobQueries().orElse(false);
        return snapshot.resources().stream()
                .filter(file -> !repeats && !answered.contains(file.name()))
                .findFirst()
                .flatMap(file ->
                        other("no query asks for `" + file.file().name() + "`", at(SpecPath.ROOT.key("queries"))));
    }

    private Span at(SpecPath path) {
        return plan.places().value(path);
    }

    private Optional<Diagnostic> other(String difference, Span place) {
        return Optional.of(outdated(plan, difference).at(place));
    }

    /** A snapshot that answers something else. */
    static Diagnostic outdated(JobPlan plan, String difference) {
        return Diagnostic.of(
                        TransferCode.OUTDATED,
                        "the snapshot of " + plan.id() + " is not of the manifest as it is now: " + difference)
                .fix("run aqua:run before, in the same build; or put back the manifest and the parameters that the"
                        + " snapshot is of");
    }
}
