package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.http.Proxy;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

class SettingsProxyTest {

    private static final URI TENANT = URI.create("https://rest.zuora.com");

    private final DefaultProxySelector settings = new DefaultProxySelector();

    @Test
    void isNone_whereSettingsNameNone() {
        assertThat(proxy(TENANT)).isEmpty();
    }

    @Test
    void isTheOneOfTheProtocol_orElseTheOneForHttp() {
        add("http", 3128, "");
        assertThat(proxy(TENANT)).hasToString("Optional[127.0.0.1:3128]");

        add("https", 3129, "");
        assertThat(proxy(TENANT)).hasToString("Optional[127.0.0.1:3129]");
    }

    @Test
    void isNone_whereTheHostIsOneOfThoseThatGoWithout() {
        add("https", 3128, "localhost|*.zuora.com");

        assertThat(proxy(TENANT)).isEmpty();
        assertThat(proxy(URI.create("https://zuora.example"))).isPresent();
    }

    @Test
    void hasTheUser_whereSettingsNameOne_itsPasswordUnshown() {
        settings.add(
                new org.eclipse.aether.repository.Proxy(
                        "https",
                        "127.0.0.1",
                        3128,
                        new AuthenticationBuilder()
                                .addUsername("builds")
                                .addPassword("pr0xy")
                                .build()),
                "");

        Proxy.User who = proxy(TENANT).flatMap(Proxy::who).orElseThrow();
        assertThat(who.name()).isEqualTo("builds");
        assertThat(who.password().reveal()).isEqualTo("pr0xy");
        assertThat(who.toString()).doesNotContain("pr0xy");
    }

    @Test
    void hasNoUser_whereSettingsNameNone() {
        add("https", 3128, "");

        assertThat(proxy(TENANT).orElseThrow().who()).isEmpty();
    }

    private void add(String protocol, int port, String nonProxyHosts) {
        settings.add(new org.eclipse.aether.repository.Proxy(protocol, "127.0.0.1", port), nonProxyHosts);
    }

    private Optional<Proxy> proxy(URI base) {
        return new SettingsProxy(new DefaultRepositorySystemSession().setProxySelector(settings)).to(base);
    }
}
