package io.github.aquaspec.goal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.io.TempDir;

/** A module in a temporary folder, and all that Maven gives a goal that runs in it. */
@MojoTest
abstract class GoalFixture {

    static final String ACCOUNT = """
            name: accounts
            version: "1.0"
            useQueryLabels: true
            queries:
              - name: Account
                file: account
                type: zoqlexport
                apiVersion: "145.0"
                query: select Id, Name from Account
            """;

    final RecordedLog log = new RecordedLog();

    @TempDir
    Path module;

    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final Map<Object, Object> pluginContext = new HashMap<>();
    private MavenProject project;
    private MavenSession session;

    /** The goal under test. */
    abstract String goal();

    @Provides
    Log providedLog() {
        return log;
    }

    @Provides
    MavenProject project() {
        if (project == null) {
            Model model = new Model();
            model.setGroupId("com.example");
            model.setArtifactId("data");
            model.setVersion("1.0");
            model.setBuild(new Build());
            model.getBuild().setDirectory(module.resolve("target").toString());
            project = new MavenProject(model);
            project.setOriginalModel(model.clone());
            project.setFile(module.resolve("pom.xml").toFile());
            project.setExecutionRoot(true);
        }
        return project;
    }

    @Provides
    @SuppressWarnings(
            "deprecation") // "for maven-core unit tests": what a goal needs of a session, without a whole build
    MavenSession session() {
        if (session == null) {
            request.setBaseDirectory(module.toFile());
            session = new MavenSession(
                    null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
            session.setCurrentProject(project());
        }
        return session;
    }

    @Provides
    MojoExecution execution() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.aquaspec");
        plugin.setArtifactId("aqua-maven-plugin");
        plugin.setVersion("0.0-test");
        MojoExecution execution = new MojoExecution(plugin, goal(), "test");
        execution.setMojoDescriptor(shippedDescriptor().getMojo(goal()));
        return execution;
    }

    /** The descriptor that the build has just made, as Maven would read it. */
    private static PluginDescriptor shippedDescriptor() {
        try (InputStream in = GoalFixture.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new PluginDescriptorBuilder().build(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException | PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    final MavenExecutionRequest request() {
        return request;
    }

    /** Adds a server to the settings of the user. */
    final void server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        List<Server> servers = new ArrayList<>(request.getServers());
        servers.add(server);
        request.setServers(servers);
    }

    /** Sets a parameter of a goal, as a POM would. */
    static void set(AquaMojo goal, String parameter, Object value) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(goal, parameter, value);
    }

    /** Goals of one build and module share a context; so do these. */
    final <G extends AquaMojo> G inThisBuild(G goal) {
        goal.setPluginContext(pluginContext);
        return goal;
    }

    /** A goal of a later build knows nothing of what the others did. */
    static <G extends AquaMojo> G inAnotherBuild(G goal) {
        goal.setPluginContext(new HashMap<>());
        return goal;
    }

    final Path write(String file, String text) throws IOException {
        Path path = module.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    final String read(String file) throws IOException {
        return Files.readString(module.resolve(file), StandardCharsets.UTF_8);
    }
}
