package io.github.aquaspec.run.plan;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.JobFailedException;
import io.github.aquaspec.run.failure.Retry;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.manifest.Manifest;
import io.github.aquaspec.run.manifest.ManifestId;
import io.github.aquaspec.run.state.StateDirectory;
import io.github.aquaspec.snapshot.DataPackage;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.Loaded.Suppressed;
import io.github.aquaspec.spec.model.Format;
import io.github.aquaspec.spec.model.JobSpec;
import io.github.aquaspec.spec.model.Output;
import io.github.aquaspec.spec.model.QuerySpec;
import io.github.aquaspec.spec.model.WindowRange;
import io.github.aquaspec.spec.rule.FileStems;
import io.github.aquaspec.spec.source.SourceMap;
import io.github.aquaspec.spec.source.Span;
import io.github.aquaspec.spec.source.SpecPath;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run of one manifest will do.
 *
 * @param id the manifest's name
 * @param written what it says
 * @param spec the same with its window filled in, and with the queries that its session repeats
 * @param places where it says so
 * @param stems for each query, the stem of its data file
 * @param request the body that submits the job, byte for byte
 * @param output where the snapshot will stand
 * @param suppressed findings about the manifest that it silences itself
 * @param state what is remembered of the manifest; absent where nobody knows where the run would go
 * @param window what it extracts, where it has a window; absent too where nobody knows where the run would go
 */
public record JobPlan(
        ManifestId id,
        JobSpec written,
        JobSpec spec,
        SourceMap places,
        List<String> stems,
        String request,
        SnapshotPlace output,
        List<Suppressed> suppressed,
        Optional<StateDirectory> state,
        Optional<WindowPlan> window) {

    public static JobPlan of(
            Manifest manifest, Path outputDirectory, Optional<StateDirectory> state, Optional<WindowPlan> window) {
        JobSpec written = manifest.loaded().value().orElseThrow();
        JobSpec spec = window.map(w -> written.in(w.range())).orElse(written);
        return new JobPlan(
                manifest.id(),
                written,
                spec,
                manifest.loaded().places(),
                FileStems.of(spec),
                RequestBody.of(spec),
                SnapshotPlace.of(manifest, outputDirectory),
                manifest.loaded().suppressed(),
                state,
                window);
    }

    /**
     * The same plan with queries that the manifest leaves to its session. The request and the files of the written
     * queries stay as they are.
     */
    public JobPlan answering(List<QuerySpec> more) {
        List<QuerySpec> pinned = new ArrayList<>();
        for (int i = 0; i < spec.queries().size(); i++) {
            pinned.add(spec.queries().get(i).withFile(stems.get(i)));
        }
        pinned.addAll(more);
        List<QuerySpec> all = new ArrayList<>(spec.queries());
        all.addAll(more);
        List<String> files = FileStems.of(spec.asking(pinned));
        return with(written, spec.asking(all), files, request, window);
    }

    /** The same plan, its session's window starting at a time of ours in this one request. */
    public JobPlan since(LocalDateTime time) {
        JobSpec open = written.withSession(written.session().since(time));
        JobSpec filled = spec.withSession(spec.session().since(time));
        return with(open, filled, stems, RequestBody.of(filled), window);
    }

    /** The same plan over another window. */
    public JobPlan in(WindowRange range) {
        JobSpec filled = written.in(range);
        return with(written, filled, stems, RequestBody.of(filled), window.map(w -> w.over(range)));
    }

    /** The same plan for a job that was submitted with a format of its own; what is published is as the manifest says. */
    public JobPlan comingIn(Format format) {
        JobSpec coming = spec.withResults(spec.results().in(format));
        return with(written, coming, stems, request, window);
    }

    /** Whether the build asks for a window again that lies behind. */
    public boolean isAgain() {
        return window.filter(w -> !w.movesWatermark()).isPresent();
    }

    /** The window that a job was submitted with, where its queries are those of the manifest. */
    public Optional<WindowRange> windowOf(JobReply job) {
        return AdoptedWindow.of(written, job);
    }

    /** The request with its window not filled in: what stays the same while the clock goes on. */
    public String open() {
        return RequestBody.of(written);
    }

    private JobPlan with(JobSpec open, JobSpec filled, List<String> files, String body, Optional<WindowPlan> range) {
        return new JobPlan(id, open, filled, places, files, body, output, suppressed, state, range);
    }

    /**
     * Where the snapshot of a completed job goes: dated ones by the end of the window, else by the job's start.
     *
     * @param zone in which the data centre writes times that carry none, where that is known
     */
    public Path snapshot(JobReply job, Optional<ZoneId> zone) throws JobFailedException {
        Optional<Instant> instant =
                window.map(w -> w.range().to()).or(() -> job.startTime().flatMap(text -> ServerTime.parse(text, zone)));
        if (instant.isEmpty() && output.isDated()) {
            throw new JobFailedException(
                    Diagnostic.of(
                                    ServerCode.NOT_AQUA,
                                    "job " + job.id()
                                            + " does not say when it began, and its snapshot is named by that")
                            .fix("where it says so without a zone, set -Daqua.zone; or leave `output.layout` out:"
                                    + " the snapshot then replaces the one before"),
                    Retry.NEVER);
        }
        return instant.map(output::at).orElse(output.folder());
    }

    /** The folder of what is remembered of the manifest. */
    public Optional<Path> stateFolder() {
        return state.map(StateDirectory::path);
    }

    /** Whose records it gets, where that is known. */
    public Optional<DataPackage.Target> target() {
        return state.map(StateDirectory::identity)
                .map(identity -> new DataPackage.Target(identity.name(), identity.entity(), identity.orgs()));
    }

    /** Whether each segment of a file becomes a data file of its own. */
    public boolean keepsSegments() {
        return spec.output().segments() == Output.Segments.KEEP;
    }

    /** A query in a sentence. */
    public String quoted(int query) {
        return "\"" + stems.get(query) + "\"";
    }

    /** Where the manifest has its queries. */
    public Span atQueries() {
        return places.key(SpecPath.ROOT.key("queries"));
    }

    /** Where the manifest says something of a query; keys within keys stand behind dots. */
    public Span at(int query, String keys) {
        return places.value(
                new SpecPath(SpecPath.ROOT.key("queries").index(query).text() + "." + keys));
    }

    /** The name of a query's one data file. */
    public String dataFile(int query) {
        return stems.get(query) + suffix();
    }

    /** The stem of a kept segment's data file. There is a number even where Zuora made one file only. */
    public String segmentStem(int query, int segment) {
        return String.format(Locale.ROOT, "%s-%04d", stems.get(query), segment);
    }

    /** The name of a kept segment's data file; segments count from 1. */
    public String dataFile(int query, int segment) {
        return segmentStem(query, segment) + suffix();
    }

    private String suffix() {
        return Packing.of(spec).suffix();
    }
}
