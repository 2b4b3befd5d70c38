package io.github.aquaspec.emulator.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is set about one emulator. It can change while the emulator runs; who reads a setting reads it when it matters. */
public final class Settings {

    private final Map<Setting<?>, Object> first;
    private final Map<Setting<?>, Object> values;

    /** Settings that begin with these values; all others have their standard. */
    public Settings(Map<Setting<?>, Object> first) {
        this.first = Map.copyOf(first);
        this.values = new ConcurrentHashMap<>(first);
    }

    /** The value that holds now. */
    @SuppressWarnings("unchecked") // set() takes values of the setting's own type alone
    public <T> T get(Setting<T> setting) {
        return (T) values.getOrDefault(setting, setting.standard());
    }

    public <T> void set(Setting<T> setting, T value) {
        values.put(setting, value);
    }

    /**
     * Sets by name, as text.
     *
     * @throws IllegalArgumentException when there is no such setting, or it can't have that value; the message says why
     */
    public void set(String name, String value) {
        Setting<?> setting = Setting.named(name);
        values.put(setting, setting.read(value));
    }

    /**
     * Sets all by name, as text; or none, where one cannot be set.
     *
     * @throws IllegalArgumentException as {@link #set(String, String)}
     */
    public void setAll(Map<String, String> named) {
        Map<Setting<?>, Object> read = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            Setting<?> setting = Setting.named(name);
            read.put(setting, setting.read(value));
        });
        values.putAll(read);
    }

    /** Goes back to the values at the start. */
    public void reset() {
        // Not cleared first: who reads a setting meanwhile would see its standard.
        values.keySet().retainAll(first.keySet());
        values.putAll(first);
    }

    /** Names and values, in their order. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        Setting.all().forEach(s -> all.put(s.name(), String.valueOf(get(s))));
        return all;
    }
}
