package io.github.aquaspec.client;

import static io.github.aquaspec.client.ServedClient.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.client.CallFailure.Kind;
import io.github.aquaspec.http.Framing;
import io.github.aquaspec.http.RawServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of a refusal in Zuora's APIs, AQuA's or not: each is told in its own words. */
class RefusalShapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "400; {\"reasons\":[{\"code\":\"SystemError\",\"message\":\"in here\"}]}; REFUSED; SystemError; in here",
                "400; {\"success\":false,\"reasons\":[{\"code\":50000030,\"message\":\"a rule\"}]}; REFUSED; 50000030; a rule",
                "400; {\"reasons\":[{\"code\":50000030,\"message\":\"one\"},{\"code\":50000040,\"message\":\"two\"}]}; REFUSED; 50000030; one",
                "200; {\"success\":false,\"reasons\":[{\"code\":58730090,\"message\":\"a comma\"}]}; MALFORMED; 58730090; a comma",
                "200; {\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"sign in\"}]}; REFUSED; 90000011; sign in",
                "400; {\"success\":false,\"code\":50000090,\"message\":\"Oops\"}; MALFORMED; 50000090; Oops",
                "200; {\"success\":false,\"code\":50000090,\"message\":\"Oops\"}; MALFORMED; 50000090; Oops",
                "200; {\"errorCode\":90019,\"message\":\"a number\"}; REJECTED; 90019; a number",
                "400; {\"Errors\":[{\"Code\":\"INVALID_VALUE\"}]}; REFUSED; -; {\"Errors\":[{\"Code\":\"INVALID_VALUE\"}]}",
                "200; {\"Errors\":[{\"Code\":\"INVALID_VALUE\"}]}; NOT_AQUA; -; a job has an id and a status; this answer has no id",
                "200; {\"id\":null,\"status\":\"error\",\"message\":\"m\"}; REJECTED; -; m",
                "200; {\"status\":\"Error\",\"batches\":[]}; REJECTED; -; {\"status\":\"Error\",\"batches\":[]}",
                "200; Error.zoql.noSuchFieldId; NOT_AQUA; -; Error.zoql.noSuchFieldId"
            })
    void isTold_inTheWordsOfItsShape(int status, String body, Kind kind, String code, String message) throws Exception {
        try (ServedClient served = ServedClient.always(Framing.LENGTH.json(status, body))) {
            CallFailure failure = failure(() -> served.client.submit("{}", "key"));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code().orElse(null)).isEqualTo(code);
            assertThat(failure.message()).startsWith(message);
        }
    }

    @Test
    void isTold_inTheWordsOfOAuth() throws Exception {
        byte[] refusal =
                Framing.LENGTH.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"Bad client\"}");
        try (ServedClient served = new ServedClient(ServedClient.OAUTH, (request, number) -> Reply.of(refusal))) {
            CallFailure failure = failure(() -> served.client.job("a"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure.message()).isEqualTo("Bad client");
        }
    }
}
