package io.github.aquaspec.emulator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aquaspec.emulator.file.FileFormat;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How settings change what a request means. */
class RequestReaderTest {

    private static final String QUERIES = "\"queries\":[{\"query\":\"select Id from Account\"}]";

    private final Settings settings = new Settings(Map.of());
    private final RequestReader reader = new RequestReader("145.0", settings);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colour\":\"red\"," + QUERIES + "}",
                "{\"queries\":[{\"query\":\"select Id from Account\",\"colour\":\"red\"}]}",
                "{\"queries\":[{\"query\":\"select Id from Account\",\"deleted\":{\"column\":\"D\",\"colour\":\"red\"}}]}",
                "{\"Version\":\"1.1\"," + QUERIES + "}"
            })
    void unknownMembersAreIgnored_orMalformedWhereTheSettingIsStrict(String body) throws Exception {
        assertThat(read(body).queries()).hasSize(1);
        settings.set(Setting.STRICT_MEMBERS, true);
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedRequest.class);
    }

    @Test
    void everyKnownMemberIsFineWhereTheSettingIsStrict() throws Exception {
        settings.set(Setting.STRICT_MEMBERS, true);
        assertThat(read("""
                {"format":"zip","version":1.1,"name":"n","encrypted":"none","partner":"a","project":"b",
                 "useQueryLabels":"true","dateTimeUtc":true,"nullReplacement":"-","offset":0,"incrementalTime":null,
                 "notifyUrl":"http://localhost","useLastCompletedJobQueries":false,"sourceData":"LIVE",
                 "warehouseSize":"xsmall","queries":[{"name":"q","query":"select Id from Account","type":"zoql",
                 "apiVersion":"88.0","convertToCurrencies":"EUR","deleted":{"column":"D","format":"Numeric",
                 "forceExport":true}}]}
                """).isStateful()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,    malformed, 0",
        "3600, malformed, 3600",
        "3601, malformed, ",
        "-1,   malformed, ",
        "3601, clamped,   3600",
        "-1,   clamped,   0",
        "3601, ignored,   none",
        "600,  ignored,   600"
    })
    void anOffsetOutOfRangeMeansWhatTheSettingSays(String offset, String setting, String meaning) throws Exception {
        settings.set(Setting.OFFSET_OUT_OF_RANGE, setting);
        String body = "{\"offset\":" + offset + "," + QUERIES + "}";
        if (meaning == null) {
            assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedRequest.class);
        } else {
            assertThat(read(body).offset().map(String::valueOf).orElse("none")).isEqualTo(meaning);
        }
    }

    @Test
    void aRetrievalTimeWithoutStateIsIgnored_orRefusedWhereTheSettingSaysSo() {
        String body =
                "{\"incrementalTime\":\"2026-07-01 00:00:00\",\"queries\":[{\"query\":\"" + Tenant.EVENTS + "\"}]}";
        try (Tenant tenant = new Tenant()) {
            tenant.insert("e1");
            assertThat(tenant.rows(tenant.run(body), 0)).containsExactly("e1");
            tenant.with(Setting.STATELESS_INCREMENTAL_TIME, "90015");
            assertThat(tenant.refused(body)).isEqualTo("90015");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "1e2", "NaN", "", "145.0f", "-1", "1455"})
    void anOddApiVersionIsTheNewest_orRefusedWhereTheSettingSaysSo(String version) throws Exception {
        String body = "{\"queries\":[{\"query\":\"select Id from Account\",\"apiVersion\":\"" + version + "\"}]}";
        assertThat(read(body).queries().get(0).text().tellsDatesFromDateTimes()).isTrue();
        settings.set(Setting.ODD_API_VERSION, "refused");
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedRequest.class);
        assertThat(read(body.replace('"' + version + '"', "68.0"))
                        .queries()
                        .get(0)
                        .apiVersion())
                .isEqualTo("68.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\\nb", "a\\r", "a\\n"})
    void fails_whenADeletedColumnIsBlank_orNotOnOneLine(String column) {
        String body =
                "{\"queries\":[{\"query\":\"select Id from Account\",\"deleted\":{\"column\":\"" + column + "\"}}]}";
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedRequest.class);
    }

    @ParameterizedTest
    @CsvSource({"zoql, ZOQL", "ZOQL, ZOQL", "ZoqlExport, EXPORT_ZOQL"})
    void aTypeIsReadInAnyCase(String type, Dialect dialect) throws Exception {
        String body = "{\"queries\":[{\"query\":\"select Id from Account\",\"type\":\"" + type + "\"}]}";
        assertThat(read(body).queries().get(0).text().dialect()).isEqualTo(dialect);
        assertThat(read('{' + QUERIES + '}').queries().get(0).text().dialect()).isEqualTo(Dialect.EXPORT_ZOQL);
    }

    @Test
    void ofAMemberThatStandsTwiceTheLastCounts() throws Exception {
        assertThat(read("{\"format\":\"csv\",\"format\":\"zip\"," + QUERIES + "}")
                        .format())
                .isEqualTo(FileFormat.ZIP);
    }

    @Test
    void aLongNameIsNoReasonToRefuse() throws Exception {
        String name = "n".repeat(100);
        assertThat(read("{\"name\":\"" + name + "\"," + QUERIES + "}").name()).hasValue(name);
    }

    private JobRequest read(String body) throws MalformedRequest {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
