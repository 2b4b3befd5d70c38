package io.github.aquaspec.run.state;

import io.github.aquaspec.spec.model.Deleted;
import io.github.aquaspec.spec.model.QueryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads back what {@link StateWriter} wrote. Strict: what it does not know, somebody has changed. */
final class StateReader {

    private StateReader() {}

    static Published published(byte[] json) throws MalformedStateException {
        return read(json, StateReader::published);
    }

    /** The runs that have ended, and whose they are. */
    static RunHistory history(byte[] json) throws MalformedStateException {
        return read(json, root -> {
            TargetIdentity found = target(root.object("target"));
            List<EndedRun> runs = new ArrayList<>();
            for (Members run : root.objects("runs")) {
                runs.add(whole(run, StateReader::ended));
            }
            return new RunHistory(found, runs);
        });
    }

    /** The columns that were published last. */
    static PublishedColumns columns(byte[] json) throws MalformedStateException {
        return read(json, root -> {
            TargetIdentity identity = target(root.object("target"));
            String manifest = root.text("manifest");
            Map<String, List<String>> files = new LinkedHashMap<>();
            for (Members file : root.objects("files")) {
                String stem = file.text("file");
                if (files.put(stem, file.texts("columns")) != null) {
                    throw new MalformedStateException("it holds \"" + stem + "\" twice");
                }
                file.requireNoMore();
            }
            return new PublishedColumns(identity, manifest, files);
        });
    }

    /** Those of before remember neither their time nor their files. */
    private static EndedRun ended(Members run) throws MalformedStateException {
        List<EndedRun.File> files = new ArrayList<>();
        if (run.has("files")) {
            for (Members file : run.objects("files")) {
                files.add(whole(file, f -> new EndedRun.File(f.text("path"), f.size("records"), f.size("bytes"))));
            }
        }
        return new EndedRun(
                new RunKey(run.text("runKey"), run.number("count")),
                run.text("end"),
                run.optional("jobId"),
                run.optionalInstant("at"),
                files);
    }

    @FunctionalInterface
    private interface Shape<T> {
        T of(Members members) throws MalformedStateException;
    }

    private static <T> T read(byte[] json, Shape<T> shape) throws MalformedStateException {
        Members root = Members.parse(json);
        requireFormat(root.number("format"));
        return whole(root, shape);
    }

    static void requireFormat(int format) throws MalformedStateException {
        if (format > StateWriter.FORMAT) {
            throw MalformedStateException.newer(format);
        }
        if (format != StateWriter.FORMAT) {
            throw new MalformedStateException("there is no format " + format);
        }
    }

    /** Reads an object to its last member; values that cannot be are told in the words of whoever refuses them. */
    private static <T> T whole(Members members, Shape<T> shape) throws MalformedStateException {
        try {
            T value = shape.of(members);
            members.requireNoMore();
            return value;
        } catch (IllegalArgumentException e) {
            throw new MalformedStateException(e.getMessage());
        }
    }

    private static Published published(Members root) throws MalformedStateException {
        TargetIdentity identity = target(root.object("target"));
        String jobId = root.text("jobId");
        if (root.has("session")) {
            return whole(root.object("session"), session -> session(session, identity, jobId));
        }
        return whole(root.object("window"), window -> window(window, identity, jobId));
    }

    private static WindowPublished window(Members window, TargetIdentity identity, String jobId)
            throws MalformedStateException {
        List<PublishedQuery> queries = new ArrayList<>();
        List<Long> records = new ArrayList<>();
        for (Members member : window.objects("queries")) {
            if (member.has("records")) {
                records.add(member.size("records"));
            }
            queries.add(whole(member, StateReader::query));
        }
        return new WindowPublished(identity, jobId, window.instant("from"), window.instant("to"), queries, records);
    }

    private static SessionPublished session(Members session, TargetIdentity identity, String jobId)
            throws MalformedStateException {
        return new SessionPublished(
                identity,
                session.text("partner"),
                session.text("project"),
                jobId,
                session.instant("watermark"),
                queries(session));
    }

    private static List<PublishedQuery> queries(Members members) throws MalformedStateException {
        List<PublishedQuery> queries = new ArrayList<>();
        for (Members query : members.objects("queries")) {
            queries.add(whole(query, StateReader::query));
        }
        return queries;
    }

    private static PublishedQuery query(Members query) throws MalformedStateException {
        Optional<PublishedQuery.Column> deleted = query.has("deleted")
                ? Optional.of(whole(query.object("deleted"), StateReader::column))
                : Optional.empty();
        return new PublishedQuery(
                query.optional("name"),
                query.text("query"),
                word("type", query.text("type"), QueryType.values(), QueryType::word),
                deleted);
    }

    private static PublishedQuery.Column column(Members deleted) throws MalformedStateException {
        Optional<String> format = deleted.optional("format");
        return new PublishedQuery.Column(
                deleted.text("column"),
                format.isEmpty()
                        ? Optional.empty()
                        : Optional.of(word("format", format.get(), Deleted.Flag.values(), Deleted.Flag::word)));
    }

    static TargetIdentity target(Members target) throws MalformedStateException {
        return whole(
                target,
                t -> new TargetIdentity(t.text("name"), t.text("host"), t.optional("entity"), t.optional("orgs")));
    }

    private static <E> E word(String member, String text, E[] known, Function<E, String> words)
            throws MalformedStateException {
        return Arrays.stream(known)
                .filter(k -> words.apply(k).equals(text))
                .findFirst()
                .orElseThrow(() -> new MalformedStateException("`" + member + "` is \"" + text + "\""));
    }
}
