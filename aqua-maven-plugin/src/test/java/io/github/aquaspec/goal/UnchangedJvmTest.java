package io.github.aquaspec.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer;
import io.github.aquaspec.http.RawServer.Reply;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

/** A build has one JVM for all its plugins: what a goal changes there, it changes for all. */
class UnchangedJvmTest extends GoalFixture {

    @Override
    String goal() {
        return "run";
    }

    @Test
    @InjectMojo(goal = "run")
    void isAsItWas_behindARun(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        server("zuora", "client", "secret");
        try (AquaEmulator emulator = AquaEmulator.start(EmulatorConfig.defaults())) {
            set(run, "endpoint", emulator.url().toString());
            Map<String, Object> before = jvmWide();

            inThisBuild(run).execute();

            assertThat(module.resolve("target/aqua/accounts/SHA256SUMS")).isRegularFile();
            assertThat(jvmWide()).isEqualTo(before);
        }
    }

    @Test
    @InjectMojo(goal = "run")
    void isAsItWas_whereAProxyOfTheSettingsLetsNobodyThrough(RunMojo run) throws Exception {
        write("specs/accounts.yaml", ACCOUNT);
        server("zuora", "client", "secret");
        set(run, "endpoint", "https://tenant.example");
        try (RawServer proxy = new RawServer(
                Reply.of(Framing.LENGTH.answer(407, List.of("Proxy-Authenticate: Basic realm=\"x\""), new byte[0])))) {
            proxyOfTheSettings(proxy.port());
            Map<String, Object> before = jvmWide();

            assertThatThrownBy(inThisBuild(run)::execute).hasMessageContaining("AQ525");

            assertThat(log.text()).contains("Proxy: 127.0.0.1:" + proxy.port() + " of settings.xml.");
            assertThat(proxy.requests().get(0).path()).isEqualTo("tenant.example:443");
            assertThat(jvmWide()).isEqualTo(before);
        }
    }

    private void proxyOfTheSettings(int port) {
        ((DefaultRepositorySystemSession) session().getRepositorySession())
                .setProxySelector(new DefaultProxySelector().add(new Proxy("https", "127.0.0.1", port), "localhost"));
    }

    private static Map<String, Object> jvmWide() throws NoSuchAlgorithmException {
        Properties properties = (Properties) System.getProperties().clone();
        // HttpClient's log has no other switch
        QuietHttpLog.PROPERTIES.forEach(properties::remove);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("system properties", properties);
        all.put("locale", Locale.getDefault());
        all.put("locale for text", Locale.getDefault(Locale.Category.DISPLAY));
        all.put("locale for numbers", Locale.getDefault(Locale.Category.FORMAT));
        all.put("time zone", TimeZone.getDefault());
        all.put("TLS", SSLContext.getDefault());
        all.put("TLS of URLs", HttpsURLConnection.getDefaultSSLSocketFactory());
        all.put("host names of URLs", HttpsURLConnection.getDefaultHostnameVerifier());
        all.put("authenticator", Authenticator.getDefault());
        all.put("proxies", ProxySelector.getDefault());
        all.put("cookies", CookieHandler.getDefault());
        all.put("security", Arrays.asList(Security.getProviders()));
        all.put("uncaught exceptions", Thread.getDefaultUncaughtExceptionHandler());
        all.put("streams", Arrays.asList(System.in, System.out, System.err));
        return all;
    }
}
