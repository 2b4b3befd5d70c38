package io.github.aquaspec.goal;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Brings the emulator in when a build asks for it. Where the build declares it as a dependency of this plugin, that one
 * is used; otherwise the one of the plugin's own version is resolved, into a class loader that shares nothing with the
 * plugin but the JDK.
 */
final class EmulatorLoader {

    private static final String EMULATOR = "io.github.aquaspec.emulator.AquaEmulator";
    private static final String LINK = "io.github.aquaspec.goal.EmulatorLink";

    private final RepositorySystem repositories;
    private final MavenSession session;
    private final String version;

    EmulatorLoader(RepositorySystem repositories, MavenSession session, String version) {
        this.repositories = repositories;
        this.session = session;
        this.version = version;
    }

    /**
     * What starts an emulator: settings in, what runs out.
     *
     * @throws DependencyResolutionException when the emulator's jars cannot be had
     */
    @SuppressWarnings("unchecked") // of another class loader: the type that EmulatorLink declares
    Function<Map<String, String>, Map<String, Object>> load() throws DependencyResolutionException {
        ClassLoader realm = getClass().getClassLoader();
        ClassLoader loader = isIn(realm) ? realm : isolated();
        try {
            return (Function<Map<String, String>, Map<String, Object>>)
                    loader.loadClass(LINK).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the emulator does not fit this plugin", e);
        }
    }

    private static boolean isIn(ClassLoader loader) {
        return loader.getResource(EMULATOR.replace('.', '/') + ".class") != null;
    }

    private ClassLoader isolated() throws DependencyResolutionException {
        Artifact emulator = new DefaultArtifact("io.github.aquaspec", "aqua-emulator", "jar", version);
        CollectRequest collect = new CollectRequest(
                new Dependency(emulator, "runtime"),
                RepositoryUtils.toRepos(session.getCurrentProject().getPluginArtifactRepositories()));
        List<URL> urls = new ArrayList<>();
        for (ArtifactResult result : repositories
                .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
                .getArtifactResults()) {
            urls.add(url(result.getArtifact().getFile()));
        }
        urls.add(getClass().getProtectionDomain().getCodeSource().getLocation());
        return new URLClassLoader("aqua-emulator", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has a URL", e);
        }
    }
}
