package io.github.aquaspec.spec.model;

/**
 * How a snapshot is laid out.
 *
 * @param compression of the data files
 * @param segments whether parts are joined
 * @param layout whether a snapshot replaces the one before
 * @param pgpIntegrity whether an encrypted file must carry its own integrity check
 */
public record Output(Compression compression, Segments segments, Layout layout, PgpIntegrity pgpIntegrity) {

    public enum Compression {
        NONE,
        GZIP
    }

    public enum Segments {
        MERGE,
        KEEP
    }

    public enum Layout {
        REPLACE,
        DATED
    }

    public enum PgpIntegrity {
        REQUIRED,
        ABSENT_ALLOWED
    }

    public static final Output DEFAULT =
            new Output(Compression.NONE, Segments.MERGE, Layout.REPLACE, PgpIntegrity.REQUIRED);
}
