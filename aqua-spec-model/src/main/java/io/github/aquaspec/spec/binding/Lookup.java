package io.github.aquaspec.spec.binding;

import java.util.Optional;
import java.util.Set;

/** What placeholders can read: values that are known only where a manifest is used. */
public interface Lookup {

    /** Whether a manifest may read this variable of the environment at all. */
    boolean mayRead(String variable);

    /** A variable of the environment that may be read; empty when it is not set. */
    Optional<String> env(String variable);

    /** What the build gives for a parameter, as it was written there; empty when it gives nothing. */
    Optional<String> param(String name);

    /** {@code groupId}, {@code artifactId} or {@code version}; empty where there is no project. */
    Optional<String> project(String key);

    /** A Maven property that the POM declares. */
    Optional<String> property(String name);

    /** The names that {@link #property} knows. */
    Set<String> properties();

    /** Whether a value that is declared and not set is an error, or only a warning. */
    boolean unsetIsError();
}
