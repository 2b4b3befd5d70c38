package io.github.aquaspec.spec.binding;

import java.util.Optional;
import java.util.Set;

/** A build that gives no value. */
record NothingKnown() implements Lookup {

    @Override
    public boolean mayRead(String variable) {
        return variable.startsWith("AQUA_");
    }

    @Override
    public Optional<String> env(String variable) {
        return Optional.empty();
    }

    @Override
    public Optional<String> param(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> project(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.empty();
    }

    @Override
    public Set<String> properties() {
        return Set.of();
    }

    @Override
    public boolean unsetIsError() {
        return false;
    }
}
