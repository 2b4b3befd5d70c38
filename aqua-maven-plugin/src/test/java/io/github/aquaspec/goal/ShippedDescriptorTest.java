package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What Maven and IDEs are told about the goals: names, phases and properties that users rely on. */
class ShippedDescriptorTest {

    private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";
    private static final String IDE = "/META-INF/m2e/lifecycle-mapping-metadata.xml";

    /** Properties that every goal over manifests has, with their defaults. */
    private static final Map<String, String> SPECS = Map.of(
            "aqua.specs", "",
            "aqua.includes", "**/*.yaml,**/*.yml,**/*.json",
            "aqua.excludes", "**/.*,**/*.schema.json",
            "aqua.select", "",
            "aqua.failOnWarning", "false",
            "aqua.notes", "false",
            "aqua.skip", "false",
            "aqua.runOnlyAtRoot", "false");

    private static final Map<String, String> SERVICE = Map.of(
            "aqua.environment", "",
            "aqua.endpoint", "",
            "aqua.authentication", "",
            "aqua.serverId", "zuora",
            "aqua.entityId", "",
            "aqua.orgIds", "",
            "aqua.trackId", "",
            "aqua.outputDirectory", "",
            "aqua.reportDirectory", "");

    private static final Map<String, String> RUN = Map.of(
            "aqua.whenNoCredentials", "fail",
            "aqua.pollInterval", "",
            "aqua.parallelJobs", "20",
            "aqua.parallelDownloads", "",
            "aqua.emulator.port", "",
            "aqua.emulator.directory", "",
            "aqua.emulator.partners", "",
            "aqua.emulator.credentials", "");

    @Test
    void goalsAreBoundWhereTheyBelong() throws Exception {
        Map<String, String> phases = new TreeMap<>();
        goals().forEach((goal, mojo) -> phases.put(goal, text(mojo, "phase")));

        assertThat(phases)
                .isEqualTo(Map.ofEntries(
                        Map.entry("validate", "validate"),
                        Map.entry("plan", ""),
                        Map.entry("run", "generate-resources"),
                        Map.entry("verify", "verify"),
                        Map.entry("attach", "package"),
                        Map.entry("status", ""),
                        Map.entry("cancel", ""),
                        Map.entry("fetch", ""),
                        Map.entry("schema", ""),
                        Map.entry("report", ""),
                        Map.entry("explain", ""),
                        Map.entry("init", ""),
                        Map.entry("emulate", ""),
                        Map.entry("help", "")));
    }

    @ParameterizedTest
    @MethodSource("goalNames")
    void everyGoalMayRunBesideOthers_withoutAPom_butTheOneThatAddsToAModule(String goal) throws Exception {
        Element mojo = goals().get(goal);

        assertThat(text(mojo, "threadSafe")).isEqualTo("true");
        assertThat(text(mojo, "requiresProject")).isEqualTo(goal.equals("attach") ? "true" : "false");
        assertThat(text(mojo, "requiresOnline")).isEqualTo("false");
        assertThat(text(mojo, "description")).isNotBlank();
    }

    @Test
    void propertiesHaveTheirNamesAndDefaults() throws Exception {
        assertThat(properties("validate")).containsAllEntriesOf(SPECS).containsEntry("aqua.validate.skip", "false");
        assertThat(properties("plan"))
                .containsAllEntriesOf(SPECS)
                .containsAllEntriesOf(SERVICE)
                .containsEntry("aqua.plan.skip", "false");
        assertThat(properties("run"))
                .containsAllEntriesOf(SPECS)
                .containsAllEntriesOf(SERVICE)
                .containsAllEntriesOf(RUN)
                .containsEntry("aqua.heal", "false")
                .containsEntry("aqua.run.skip", "false");
        for (String goal : List.of("status", "cancel", "fetch")) {
            assertThat(properties(goal))
                    .containsAllEntriesOf(SPECS)
                    .containsAllEntriesOf(SERVICE)
                    .containsEntry("aqua.jobId", "")
                    .containsEntry("aqua." + goal + ".skip", "false");
        }
        assertThat(properties("verify"))
                .containsAllEntriesOf(SPECS)
                .containsEntry("aqua.outputDirectory", "")
                .containsEntry("aqua.verify.skip", "false");
        assertThat(properties("report"))
                .containsEntry("aqua.reportDirectory", "")
                .containsEntry("aqua.report.skip", "false");
        assertThat(properties("attach"))
                .containsAllEntriesOf(SPECS)
                .containsAllEntriesOf(SERVICE)
                .containsEntry("aqua.attach.skip", "false");
        assertThat(properties("schema"))
                .containsEntry("aqua.schema.file", "")
                .containsEntry("aqua.schema.skip", "false");
        assertThat(properties("init"))
                .containsEntry("aqua.object", "Account")
                .containsEntry("aqua.specs", "")
                .containsEntry("aqua.init.skip", "false");
        assertThat(properties("explain")).containsEntry("aqua.code", "").containsEntry("aqua.explain.skip", "false");
        assertThat(properties("emulate")).containsEntry("aqua.emulate.skip", "false");
    }

    /** Maven prints parameters with -X, and does not know which of them is secret. */
    @ParameterizedTest
    @MethodSource("goalNames")
    void noParameterTakesASecretOfATenant(String goal) throws Exception {
        assertThat(properties(goal).keySet())
                .noneMatch(name -> name.matches("(?i).*(password|secret|token|passphrase|privatekey).*"));
    }

    @ParameterizedTest
    @MethodSource("goalNames")
    void everyParameterIsExplained(String goal) throws Exception {
        for (Element parameter : children(goals().get(goal), "parameters", "parameter")) {
            if (!text(parameter, "editable").equals("false")) {
                assertThat(text(parameter, "description"))
                        .as("%s of %s", text(parameter, "name"), goal)
                        .isNotBlank();
            }
        }
    }

    /** An IDE that meets a goal without an entry shows an error to every user. */
    @Test
    void idesKnowEveryGoal_andCheckButNeverRun() throws Exception {
        Map<String, String> actions = new TreeMap<>();
        for (Element execution : children(document(IDE).getDocumentElement(), "pluginExecutions", "pluginExecution")) {
            Element filter = (Element)
                    execution.getElementsByTagName("pluginExecutionFilter").item(0);
            Element action = (Element) execution.getElementsByTagName("action").item(0);
            String what = action.getElementsByTagName("ignore").getLength() == 1 ? "ignore" : "execute";
            for (Element goal : children(filter, "goals", "goal")) {
                assertThat(actions.put(goal.getTextContent().strip(), what)).isNull();
            }
        }

        Set<String> bound = new TreeSet<>(goals().keySet());
        bound.remove("help");
        assertThat(actions.keySet()).isEqualTo(bound);
        assertThat(actions)
                .allSatisfy((goal, action) ->
                        assertThat(action).as(goal).isEqualTo(goal.equals("validate") ? "execute" : "ignore"));
    }

    static Stream<String> goalNames() throws Exception {
        return goals().keySet().stream().filter(goal -> !goal.equals("help"));
    }

    private static Map<String, Element> goals() throws Exception {
        return children(document(DESCRIPTOR).getDocumentElement(), "mojos", "mojo").stream()
                .collect(Collectors.toMap(mojo -> text(mojo, "goal"), mojo -> mojo));
    }

    private static Map<String, String> properties(String goal) throws Exception {
        Map<String, String> properties = new TreeMap<>();
        Element configuration = (Element)
                goals().get(goal).getElementsByTagName("configuration").item(0);
        NodeList all = configuration.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element parameter = (Element) all.item(i);
            String expression = parameter.getTextContent().strip();
            if (expression.startsWith("${aqua.")) {
                properties.put(
                        expression.substring(2, expression.length() - 1), parameter.getAttribute("default-value"));
            }
        }
        return properties;
    }

    private static Document document(String resource) throws Exception {
        try (InputStream in = ShippedDescriptorTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not shipped");
            }
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static List<Element> children(Element parent, String list, String name) {
        List<Element> found = new ArrayList<>();
        Element within = (Element) parent.getElementsByTagName(list).item(0);
        for (Node n = within.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String child) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && element.getTagName().equals(child)) {
                return element.getTextContent().strip();
            }
        }
        return "";
    }
}
