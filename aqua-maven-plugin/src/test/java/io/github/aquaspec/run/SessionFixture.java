package io.github.aquaspec.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A rig for each test of a session. */
abstract class SessionFixture {

    @TempDir
    Path folder;

    SessionRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new SessionRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }
}
