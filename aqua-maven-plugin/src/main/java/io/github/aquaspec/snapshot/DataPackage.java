package io.github.aquaspec.snapshot;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code datapackage.json} says: a Frictionless Data Package v2 (https://datapackage.org/standard/data-package/),
 * and under {@code aqua:} what the job was. It holds only what is the same for everyone who collects the same job: no
 * time of the run, no machine, no user.
 *
 * @param name the manifest's id
 * @param description what the manifest says about itself
 * @param created when the server started the job, where it says so
 * @param job the AQuA job
 * @param resources the data files
 */
public record DataPackage(
        String name, Optional<String> description, Optional<Instant> created, Job job, List<Resource> resources) {

    /** The file in a snapshot. */
    public static final String FILE_NAME = "datapackage.json";

    public DataPackage {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a data package needs a name");
        }
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(job, "job");
        resources = List.copyOf(resources);
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("a data package needs a resource");
        }
        Set<String> names = new HashSet<>();
        for (Resource resource : resources) {
            if (!names.add(resource.file().name().toLowerCase(Locale.ROOT)) || !names.add("name:" + resource.name())) {
                throw new IllegalArgumentException("two resources are named " + resource.name());
            }
        }
    }

    /**
     * The AQuA job behind the files.
     *
     * @param id as Zuora gave it
     * @param version {@code 1.0} or {@code 1.1}
     * @param mode whether Zuora remembers it for the next one
     * @param partner of a stateful job
     * @param project of a stateful job
     * @param window the time range that the queries asked for
     * @param target where it ran, where that is known
     */
    public record Job(
            String id,
            String version,
            Mode mode,
            Optional<String> partner,
            Optional<String> project,
            Optional<Window> window,
            Optional<Target> target) {
        public Job {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(mode, "mode");
            Objects.requireNonNull(partner, "partner");
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(target, "target");
        }
    }

    /**
     * Whose records they are.
     *
     * @param environment the data centre, or the host of an endpoint that belongs to none
     * @param entityId of a multi-entity tenant
     * @param orgIds of a multi-org tenant
     */
    public record Target(String environment, Optional<String> entityId, Optional<String> orgIds) {
        public Target {
            if (environment.isBlank()) {
                throw new IllegalArgumentException("an environment has a name");
            }
            Objects.requireNonNull(entityId, "entityId");
            Objects.requireNonNull(orgIds, "orgIds");
        }
    }

    /** How Zuora ran a job (Zuora documentation, Stateless and stateful modes). */
    public enum Mode {
        /** For itself. */
        STATELESS,
        /** As one of a session, which knows what the last one brought. */
        STATEFUL
    }

    /**
     * A half-open range of time.
     *
     * @param from first instant inside
     * @param to first instant behind
     */
    public record Window(Instant from, Instant to) {
        public Window {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a window ends after it begins: " + from + ", " + to);
            }
        }
    }

    /** Which rows a file holds. */
    public enum Load {
        /** All that match the query. */
        FULL,
        /** What changed since the session's last job. */
        INCREMENTAL
    }

    /**
     * One data file with the query that it answers.
     *
     * @param name of the resource: the file's stem
     * @param file as stored
     * @param columns in the order of the header
     * @param nullText what stands for null, empty unless the job set {@code nullReplacement}
     * @param lineTerminator how lines end, where all end alike
     * @param content the CSV in the file
     * @param query what was asked
     */
    public record Resource(
            String name,
            StoredFile file,
            List<String> columns,
            String nullText,
            Optional<String> lineTerminator,
            Content content,
            Query query) {
        public Resource {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a resource needs a name");
            }
            Objects.requireNonNull(file, "file");
            columns = List.copyOf(columns);
            Objects.requireNonNull(nullText, "nullText");
            Objects.requireNonNull(lineTerminator, "lineTerminator");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(query, "query");
        }
    }

    /**
     * The CSV, decompressed.
     *
     * @param bytes its length
     * @param sha256 of it, 64 lower-case hex digits
     * @param records without the header
     */
    public record Content(long bytes, String sha256, long records) {
        public Content {
            Sha256.require(sha256);
            if (bytes < 0 || records < 0) {
                throw new IllegalArgumentException("bytes and records are counted from 0: " + bytes + ", " + records);
            }
        }
    }

    /**
     * What was asked for a file.
     *
     * @param name of the query
     * @param text as sent
     * @param type {@code zoql} or {@code zoqlexport}
     * @param apiVersion as sent, where it was
     * @param batchId as Zuora gave it, where it did
     * @param load which rows came
     * @param deleted the first column, where it marks deleted records
     * @param segment of a segmented batch the place of this file, from 1, where segments are kept apart
     */
    public record Query(
            String name,
            String text,
            String type,
            Optional<String> apiVersion,
            Optional<String> batchId,
            Load load,
            Optional<Deleted> deleted,
            Optional<Integer> segment) {
        public Query {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(apiVersion, "apiVersion");
            Objects.requireNonNull(batchId, "batchId");
            Objects.requireNonNull(load, "load");
            Objects.requireNonNull(deleted, "deleted");
            Objects.requireNonNull(segment, "segment");
        }
    }

    /**
     * A column that Zuora puts in front, and what marks a record as deleted there.
     *
     * @param column its name
     * @param format {@code Boolean} (true, false) or {@code Numeric} (1, 0), where that was asked for
     */
    public record Deleted(String column, Optional<String> format) {
        public Deleted {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(format, "format");
        }
    }
}
