package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What a build does to its emulator before it runs. */
class EmulatorScriptTest extends GoalFixture {

    private static final String LIE_ONCE = """
            # One download is short of a record.
            POST /emulator/scenarios
            {"scenario": "editAnswer", "pointer": "/batches/0/recordCount", "value": 7}
            """;

    @Override
    String goal() {
        return "run";
    }

    @Test
    @InjectMojo(goal = "run")
    void isAppliedBeforeTheRun_andOnceMoreBeforeTheNext(RunMojo first, @InjectMojo(goal = "run") RunMojo second)
            throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("lie.aqua", LIE_ONCE);
        write("truth.aqua", "DELETE /emulator/scenarios\n");

        assertThatThrownBy(scripted(first, "lie.aqua")::execute).hasMessageContaining("[AQ705]");
        scripted(second, "truth.aqua").execute();

        assertThat(module.resolve("target/aqua/accounts/SHA256SUMS")).isRegularFile();
    }

    @Test
    @InjectMojo(goal = "run")
    void isToldByItsFirstComment_whereItHasOne(RunMojo commented, @InjectMojo(goal = "run") RunMojo silent)
            throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write(
                "day.aqua",
                "# A day goes by,\n# nothing else.\nPOST /emulator/clock\n{\"advance\": \"PT24H\"}\n# The end.\n");
        write("silent.aqua", "POST /emulator/clock\n{\"advance\": \"PT24H\"}\n# The end.\n");

        scripted(commented, "day.aqua").execute();
        scripted(silent, "silent.aqua").execute();

        assertThat(log.at("INFO"))
                .filteredOn(line -> line.startsWith("Emulator:"))
                .containsExactly("Emulator: day.aqua: A day goes by, nothing else.");
    }

    @Test
    @InjectMojo(goal = "run")
    void runsNothing_whenTheScriptIsRefused(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        write("wrong.aqua", "\nPOST /emulator/settings\n{\"segmentRecord\": 1}\n");

        assertThatThrownBy(scripted(run, "wrong.aqua")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ518]")
                .hasMessageContaining("wrong.aqua:2: there is no setting \"segmentRecord\"");

        assertThat(module.resolve("target/aqua")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "run")
    void runsNothing_whenTheScriptIsMissing(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);

        assertThatThrownBy(scripted(run, "none.aqua")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("[AQ518]")
                .hasMessageContaining("none.aqua cannot be read");
    }

    @Test
    @InjectMojo(goal = "run")
    void theEmulatorKeepsItsDataInTheBuildFolder_orWhereTheBuildSays(
            RunMojo usual, @InjectMojo(goal = "run") RunMojo told) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        set(usual, "environment", "emulator");
        inThisBuild(usual).execute();
        assertThat(module.resolve("target/aqua-emulator")).isNotEmptyDirectory();

        Path elsewhere = module.resolve("elsewhere");
        set(told, "environment", "emulator");
        set(told, "emulatorDirectory", elsewhere.toFile());
        inThisBuild(told).execute();
        assertThat(elsewhere).isNotEmptyDirectory();
    }

    private RunMojo scripted(RunMojo run, String script) throws Exception {
        set(run, "environment", "emulator");
        set(run, "emulatorScript", module.resolve(script).toFile());
        run.waitWith(duration -> {});
        return inThisBuild(run);
    }
}
