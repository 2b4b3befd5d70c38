package io.github.aquaspec.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.TextRenderer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential in a manifest is told, and shown by no finding of that manifest. */
class CredentialsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"notifyUrl\":\"https:\\/\\/u:s3cret@hooks.example.org\\/x\"}",
                "{\"notifyUrl\":\"https:\\u002f/u:s3\\u0063ret@hooks.example.org\"}",
                "notifyUrl: https://u:s3'cret@h.example/",
                "notifyUrl: https://h.example/?a=1&token=ab,s3cret;x",
                "description: 'see https://u:s3cret@h.example/'",
                "password: s3cret${param.x}",
                "x-hook: {authorization: 'Bearer s3cret'}",
                "apiKey: ${env.AQUA_KEY:-s3cret}",
                "params: {token: {type: text, default: s3cret}}",
                "params: {token: {type: text, default: '${env.AQUA_TOKEN:-s3cret}'}}",
                "params: {ACCESS_KEY: {type: text, default: s3cret}}",
                "x-deep: [{a: {apiSecretAccessKey: s3cret}}]",
                "queries2: [{Authorization: Bearer s3cret}]",
                "notifyUrl: 'https://a.example/?b=c&PASSWORD=s3cret'",
                "notifyUrl: 'https://a.example/?token=${param.a:-s3cret}'",
            })
    void isTold_andNotShown(String text) {
        List<Diagnostic> findings =
                JobSpecs.parse(text.startsWith("{") ? "a.json" : "a.yaml", text).diagnostics();

        assertThat(findings)
                .filteredOn(finding -> finding.code().id().equals("AQ119"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.where().orElseThrow().span().text()).contains("s3"));
        assertThat(TextRenderer.render(findings))
                .doesNotContain("s3cret", "s3'cret", "s3\\u0063ret")
                .contains("••••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: ${env.AQUA_PASSWORD}",
                "x-hook: {authorization: 'Bearer ${env.AQUA_TOKEN}'}",
                "notifyUrl: https://u:${param.hook}@h.example/?token=${param.token}&job=${JOBID}",
                "notifyUrl: https://h.example:8443/u@x?page=a",
                "params: {token: {type: text}}",
                "params: {password: {type: text, default: '${env.AQUA_PASSWORD}'}}",
                "params: {accessToken: {type: date, default: 2026-01-01}}",
                "params: {tokenType: {type: text, default: CreditCard}, secretSanta: {type: text, default: a}, keyAccount: {type: text, default: b}}",
                "x-clientSecret:",
                "x-clientSecret: ''",
                "x-note: the password is in settings.xml",
                "notifyUrl: 'https://hooks.example.org/${JOBID}/${STATUS}?token=${param.a}&tokenType=b'",
                "notifyUrl: 'https://aqua@hooks.example.org:8443/${JOBID}/${STATUS}'",
            })
    void isNotSeen_whereAPlaceholderBringsItOrThereIsNone(String text) {
        assertThat(JobSpecs.parse("a.yaml", text).diagnostics())
                .noneMatch(finding -> finding.code().id().equals("AQ119"));
    }
}
