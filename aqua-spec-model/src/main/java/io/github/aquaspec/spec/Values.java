package io.github.aquaspec.spec;

import io.github.aquaspec.spec.binding.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the placeholders of a manifest may read. */
public final class Values implements Lookup {

    /** The variables that a manifest may read unless the build says otherwise. */
    public static final List<String> READABLE = List.of("AQUA_*");

    /** Nothing is set; that is a warning. */
    public static final Values NONE = new Values(Map.of(), READABLE, Map.of(), Map.of(), Map.of(), Unset.WARNS);

    /** What to make of a value that may be set and is not. */
    public enum Unset {
        /** The manifest is only checked. What stands for the value in the job that comes of it is never sent. */
        WARNS,
        /** The manifest is going to be sent. */
        FAILS
    }

    private final Map<String, String> environment;
    private final Pattern readable;
    private final Map<String, String> params;
    private final Map<String, String> project;
    private final Map<String, String> properties;
    private final Unset unset;

    /**
     * The values of a build.
     *
     * @param environment variables of the environment; those that may not be read are not kept
     * @param readable names of the variables that may be read; {@code *} stands for any chars
     * @param params what the build gives for parameters, as written
     * @param project {@code groupId}, {@code artifactId} and {@code version}; empty without a project
     * @param properties the Maven properties that the POM declares, with their values
     * @param unset what to make of a value that is not set
     */
    public Values(
            Map<String, String> environment,
            List<String> readable,
            Map<String, String> params,
            Map<String, String> project,
            Map<String, String> properties,
            Unset unset) {
        this.readable = Pattern.compile(readable.stream().map(Values::glob).collect(Collectors.joining("|")));
        this.environment = environment.entrySet().stream()
                .filter(variable -> mayRead(variable.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.params = Map.copyOf(params);
        this.project = Map.copyOf(project);
        this.properties = Map.copyOf(properties);
        this.unset = unset;
    }

    private static String glob(String name) {
        return Pattern.quote(name).replace("*", "\\E.*\\Q");
    }

    @Override
    public boolean mayRead(String variable) {
        return !variable.isEmpty() && readable.matcher(variable).matches();
    }

    @Override
    public Optional<String> env(String variable) {
        return Optional.ofNullable(environment.get(variable));
    }

    @Override
    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    @Override
    public Optional<String> project(String key) {
        return Optional.ofNullable(project.get(key));
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    @Override
    public Set<String> properties() {
        return properties.keySet();
    }

    @Override
    public boolean unsetIsError() {
        return unset == Unset.FAILS;
    }
}
