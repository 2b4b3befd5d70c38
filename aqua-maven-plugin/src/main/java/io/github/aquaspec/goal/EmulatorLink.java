package io.github.aquaspec.goal;

import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.EmulatorConfig;
import io.github.aquaspec.emulator.http.Credential;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The one class that is linked with the emulator. It is loaded where the emulator is, which may be another class loader
 * than the plugin's; so it speaks in the JDK's types alone.
 */
public final class EmulatorLink implements Function<Map<String, String>, Map<String, Object>> {

    /**
     * Starts an emulator.
     *
     * @param settings {@code port}; {@code partners}, {@code credentials} and {@code directory} where they matter
     * @return {@code url} ({@link java.net.URI}), {@code greeting} (String), {@code emulator} ({@link AutoCloseable}),
     *     {@code script} ({@link BiConsumer}: applies a script to the running emulator, by its name and its text; an
     *     {@link IllegalArgumentException} says where and why it is refused)
     */
    @Override
    public Map<String, Object> apply(Map<String, String> settings) {
        EmulatorConfig config = EmulatorConfig.defaults().withPort(Integer.parseInt(settings.get("port")));
        if (settings.containsKey("partners")) {
            config = config.withPartners(list(settings.get("partners")));
        }
        if (settings.containsKey("credentials")) {
            config = config.withCredentials(Arrays.stream(list(settings.get("credentials")))
                    .map(Credential::parse)
                    .toArray(Credential[]::new));
        }
        if (settings.containsKey("directory")) {
            config = config.withDirectory(Path.of(settings.get("directory")));
        }
        AquaEmulator emulator = AquaEmulator.start(config);
        BiConsumer<String, String> script = emulator::apply;
        return Map.of("url", emulator.url(), "greeting", emulator.greeting(), "emulator", emulator, "script", script);
    }

    private static String[] list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toArray(String[]::new);
    }
}
