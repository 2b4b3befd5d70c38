package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/goals.md is made of the plugin's descriptor. {@code -Dgoldens=write} makes it anew. */
class GoalsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "goals.md");
    private static final Pattern MADE = Pattern.compile("(?s)(?<=<!-- goals -->\\n).*(?=<!-- /goals -->)");

    @Test
    void thePageIsMadeOfTheDescriptor() throws Exception {
        String made = MADE.matcher(Files.readString(PAGE))
                .replaceFirst(Matcher.quoteReplacement(new GoalsPage(DescribedGoal.all()).text()));
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(PAGE, made);
        }

        assertThat(PAGE).content().isEqualTo(made);
    }

    @Test
    void eachGoalAndEachParameterOfOurs_saysSinceWhen() throws Exception {
        for (DescribedGoal goal : DescribedGoal.all()) {
            if (!goal.name().equals("help")) {
                assertThat(goal.since()).as(goal.name()).isPresent();
                assertThat(goal.parameters())
                        .as(goal.name())
                        .isNotEmpty()
                        .allMatch(p -> p.since().isPresent());
            }
        }
    }

    /** What is shipped is what the page is made of, without marks. */
    @Test
    void theShippedDescriptorSaysTheSame() throws Exception {
        String shipped = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));

        for (DescribedGoal goal : DescribedGoal.all()) {
            assertThat(shipped).contains("<goal>" + goal.name() + "</goal>");
            goal.parameters().forEach(p -> assertThat(shipped).contains("<name>" + p.name() + "</name>"));
        }
    }

    @Test
    void whatTwoGoalsHave_isToldAtEach_andWhatFourHave_once() {
        DescribedParameter two = parameter("two");
        DescribedParameter skip = parameter("skip");
        String page = new GoalsPage(
                        List.of(goal("a", two, skip), goal("b", two, skip), goal("c", skip), goal("d", skip)))
                .text();

        assertThat(page.split("`aqua\\.two`", -1)).hasSize(3);
        assertThat(page.split("`aqua\\.skip`", -1)).hasSize(2);
        assertThat(page).contains("## Parameters of every goal\n\nAll have them.");
    }

    @Test
    void refuses_aGroupWithoutAName_andMarksThatItDoesNotKnow() {
        DescribedParameter odd = parameter("odd");
        List<DescribedGoal> goals = List.of(goal("a", odd), goal("b", odd), goal("c", odd), goal("d", odd));

        assertThatThrownBy(() -> new GoalsPage(goals).text()).hasMessageContaining("[a, b, c, d]");
        assertThatThrownBy(() -> Markup.markdown("a <b>bold</b> word")).hasMessageContaining("<b>");
        assertThat(Markup.markdown("a <code>&lt;b&gt;</code>\n | word")).isEqualTo("a `<b>` \\| word");
    }

    private static DescribedGoal goal(String name, DescribedParameter... parameters) {
        return new DescribedGoal(
                name, "Does it.", Optional.empty(), false, false, true, Optional.of("0.1.0"), List.of(parameters));
    }

    private static DescribedParameter parameter(String name) {
        return new DescribedParameter(name, "aqua." + name, "text", Optional.empty(), "Does it.", Optional.of("0.1.0"));
    }
}
