package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.source.SpecPath;

/** The members of a job that rules point at. */
final class JobPaths {

    static final SpecPath VERSION = SpecPath.ROOT.key("version");
    static final SpecPath NAME = SpecPath.ROOT.key("name");
    static final SpecPath FORMAT = SpecPath.ROOT.key("format");
    static final SpecPath ENCRYPTED = SpecPath.ROOT.key("encrypted");
    static final SpecPath PARTNER = SpecPath.ROOT.key("partner");
    static final SpecPath PROJECT = SpecPath.ROOT.key("project");
    static final SpecPath OFFSET = SpecPath.ROOT.key("offset");
    static final SpecPath INCREMENTAL_TIME = SpecPath.ROOT.key("incrementalTime");
    static final SpecPath NOTIFY_URL = SpecPath.ROOT.key("notifyUrl");
    static final SpecPath LAST_QUERIES = SpecPath.ROOT.key("useLastCompletedJobQueries");
    static final SpecPath WINDOW = SpecPath.ROOT.key("window");
    static final SpecPath SEGMENTS = SpecPath.ROOT.key("output").key("segments");
    static final SpecPath QUERIES = SpecPath.ROOT.key("queries");

    private JobPaths() {}
}
