package io.github.aquaspec.run;

import static io.github.aquaspec.run.AccountWindows.endingAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Windows of accounts, anew for each test, with an instant among their changes and one behind them all. */
abstract class WindowFixture {

    @TempDir
    Path folder;

    AccountWindows windows;
    Instant middle;
    Instant end;

    /** The one of the class. */
    abstract EmulatedTenant tenant();

    @BeforeEach
    void open() throws IOException {
        windows = new AccountWindows(tenant(), folder);
        middle = windows.middle();
        end = windows.end();
        assertThat(endingAt(end)).as("has been").isBefore(tenant().time().instant());
    }
}
