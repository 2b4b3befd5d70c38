package io.github.aquaspec.emulator.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

    static Iterable<Setting<?>> settings() {
        return Setting.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingHasANameAMeaning_andAStandardThatCanBeWritten(Setting<?> setting) {
        assertThat(setting.name()).matches("[a-z][A-Za-z0-9]+");
        assertThat(setting.meaning()).isNotBlank();
        assertThat(Setting.named(setting.name())).isSameAs(setting);
        Settings settings = new Settings(Map.of());
        settings.set(setting.name(), String.valueOf(setting.standard()));
        assertThat(settings.get(setting)).isEqualTo(setting.standard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            segmentRecords  | 0     | segmentRecords is a number from 1, not "0"
            segmentRecords  | many  | segmentRecords is a number from 1, not "many"
            segmentation    | maybe | segmentation is true or false, not "maybe"
            replayStatus    | 200   | replayStatus is original or 409, not "200"
            malformedStatus | 99    | malformedStatus is an HTTP status from 200 to 599, not "99"
            malformedStatus | 2000  | malformedStatus is an HTTP status from 200 to 599, not "2000"
            """)
    void fails_whenASettingCannotHaveThatValue_andSaysWhichItCan(String name, String value, String message) {
        Settings settings = new Settings(Map.of());
        Map<String, String> before = settings.all();
        assertThatThrownBy(() -> settings.set(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(settings.all()).isEqualTo(before);
    }

    @Test
    void fails_whenThereIsNoSuchSetting_andNamesThoseThereAre() {
        assertThatThrownBy(() -> new Settings(Map.of()).set("segmentRecord", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no setting \"segmentRecord\"; there are ")
                .hasMessageContaining("segmentRecords");
    }

    @Test
    void settingsGoBackToWhatTheyWereAtTheStart_notToTheStandard() {
        Settings settings = new Settings(Map.of(Setting.SEGMENT_RECORDS, 7));
        settings.set(Setting.SEGMENT_RECORDS, 8);
        settings.set("segmentation", "true");
        assertThat(settings.get(Setting.SEGMENT_RECORDS)).isEqualTo(8);
        settings.reset();
        assertThat(settings.get(Setting.SEGMENT_RECORDS)).isEqualTo(7);
        assertThat(settings.get(Setting.SEGMENTATION)).isFalse();
    }

    @Test
    void ofSeveralSettingsAllAreSet_orNone() {
        Settings settings = new Settings(Map.of());
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("segmentRecords", "3");
        wish.put("segmentation", "perhaps");
        assertThatThrownBy(() -> settings.setAll(wish)).hasMessageContaining("segmentation");
        assertThat(settings.get(Setting.SEGMENT_RECORDS)).isEqualTo(500_000);
        wish.put("segmentation", "true");
        settings.setAll(wish);
        assertThat(settings.get(Setting.SEGMENT_RECORDS)).isEqualTo(3);
        assertThat(settings.get(Setting.SEGMENTATION)).isTrue();
    }

    @Test
    void allSettingsAreListedInTheirOrder() {
        assertThat(new Settings(Map.of()).all().keySet())
                .containsExactlyElementsOf(
                        Setting.all().stream().map(Setting::name).toList());
    }
}
