package io.github.aquaspec.emulator.data;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** Where a database is: in memory, or in a directory that is locked while it is open. */
final class Place implements AutoCloseable {

    private static final String FOLDER = "data";

    private final String description;
    private final JdbcDataSource source;
    private final Optional<DirectoryLock> lock;

    private Place(String description, JdbcDataSource source, Optional<DirectoryLock> lock) {
        this.description = description;
        this.source = source;
        this.lock = lock;
    }

    /**
     * Makes out where the database is.
     *
     * @throws StoreRefused when the directory can't be used
     */
    static Place of(Optional<Path> directory, ZoneId zone) {
        // Not through DriverManager: it knows no driver of a class loader such as a plugin's.
        JdbcDataSource source = new JdbcDataSource();
        Optional<Path> folder = directory.map(d -> d.toAbsolutePath().normalize());
        String kind = folder.map(Place::files).orElseGet(() -> "mem:aqua-" + UUID.randomUUID());
        source.setURL("jdbc:h2:" + kind + ";LAZY_QUERY_EXECUTION=1;TIME ZONE=" + zone.getId());
        String description = folder.map(d -> "in " + d.resolve(FOLDER)).orElse("in memory");
        return new Place(description, source, folder.map(DirectoryLock::take));
    }

    private static String files(Path directory) {
        if (directory.toString().contains(";")) {
            throw new StoreRefused("the directory " + directory + " can't be used: its name has a semicolon");
        }
        // WRITE_DELAY=0: what is committed is in the file. REUSE_SPACE=FALSE: it stands at the end, where H2 finds it
        // for certain. So a process that is killed loses nothing.
        // retry: a thread that is interrupted closes the file it is at; this opens it again.
        return "retry:" + directory.resolve(FOLDER).resolve("records")
                + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    JdbcDataSource source() {
        return source;
    }

    /** As messages say it: {@code in …}. */
    @Override
    public String toString() {
        return description;
    }

    @Override
    public void close() {
        lock.ifPresent(DirectoryLock::close);
    }
}
