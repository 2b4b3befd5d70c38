package io.github.aquaspec.goal;

import io.github.aquaspec.http.Proxy;
import io.github.aquaspec.http.Secret;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The proxy of settings.xml for a host, chosen as Maven chooses it for a repository there: by protocol, the first active
 * one whose {@code <nonProxyHosts>} do not name the host, its password decrypted.
 */
record SettingsProxy(RepositorySystemSession repositories) {

    Optional<Proxy> to(URI base) {
        RemoteRepository place = new RemoteRepository.Builder("aqua", "default", base.toString()).build();
        return Optional.ofNullable(repositories.getProxySelector().getProxy(place))
                .map(named -> new Proxy(named.getHost(), named.getPort(), user(place, named)));
    }

    private Optional<Proxy.User> user(RemoteRepository place, org.eclipse.aether.repository.Proxy named) {
        RemoteRepository behind =
                new RemoteRepository.Builder(place).setProxy(named).build();
        try (AuthenticationContext who = AuthenticationContext.forProxy(repositories, behind)) {
            return Optional.ofNullable(who)
                    .map(w -> w.get(AuthenticationContext.USERNAME))
                    .map(name -> new Proxy.User(
                            name,
                            Secret.of(Optional.ofNullable(who.get(AuthenticationContext.PASSWORD))
                                    .orElse(""))));
        }
    }
}
