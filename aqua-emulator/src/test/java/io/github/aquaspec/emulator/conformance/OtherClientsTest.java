package io.github.aquaspec.emulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aquaspec.emulator.AquaEmulator;
import io.github.aquaspec.emulator.Csv;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The request shapes of AQuA clients in use, one after another as those clients send them. */
class OtherClientsTest {

    private static AquaEmulator emulator;
    private static Aqua aqua;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
        aqua = new Aqua(Tenant.emulator(emulator.url()));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    /** Singer's tap-zuora: catalogue, a probe job for each object which it cancels, then a stateful job. */
    @Test
    void tapZuora_discoversAndReads() throws Exception {
        Map<String, String> keys = keys();
        NodeList objects = nodes(xml(get("/v1/describe", keys)), "/objects/object/name/text()");
        assertThat(texts(objects)).contains("Account", "Contact", "Invoice", "RatePlanCharge");

        Document account = xml(get("/v1/describe/Account", keys));
        List<String> fields = new ArrayList<>();
        NodeList elements = nodes(account, "/object/fields/field");
        for (int i = 0; i < elements.getLength(); i++) {
            String name = texts(nodes(elements.item(i), "name/text()")).get(0);
            assertThat(texts(nodes(elements.item(i), "type/text()"))).as(name).hasSize(1);
            assertThat(texts(nodes(elements.item(i), "required/text()")))
                    .first()
                    .isIn("true", "false");
            if (texts(nodes(elements.item(i), "contexts/context/text()")).contains("export")) {
                fields.add(name);
            }
        }
        assertThat(fields).contains("Id", "UpdatedDate", "Balance").doesNotContain("BillToId");

        JsonNode probe = post(tap("discover", "select * from Account limit 1", ""), keys);
        assertThat(probe.has("message")).isFalse();
        assertThat(aqua.wire()
                        .send(
                                "DELETE",
                                "/v1/batch-query/jobs/" + probe.path("id").asText(),
                                "",
                                keys)
                        .statusCode())
                .isEqualTo(200);
        JsonNode unknown = post(tap("discover", "select * from Nonsense limit 1", ""), keys);
        assertThat(unknown.path("message").asText())
                .startsWith("There is a syntax error in one of the queries in the AQuA input");
        JsonNode log = post(
                tap(
                        "discover",
                        "select * from AccountingPeriod limit 1",
                        ",\"deleted\":{\"column\":\"Deleted\",\"format\":\"Boolean\"}"),
                keys);
        assertThat(log.path("message").asText())
                .startsWith("Objects included in the queries do not support the querying of deleted records");

        String query = "select " + String.join(", ", fields) + " from Account order by UpdatedDate asc";
        JsonNode job = aqua.ended(post(
                tap("Account_1520000000", query, ",\"deleted\":{\"column\":\"Deleted\",\"format\":\"Boolean\"}")
                        .replace("\"version\"", "\"incrementalTime\":\"2026-01-01 00:00:00\",\"version\""),
                keys));
        assertThat(job.path("status").asText()).isEqualTo("completed");
        JsonNode batch = job.path("batches").path(0);
        assertThat(batch.path("full").asBoolean(true)).isFalse();
        HttpResponse<byte[]> file = get("/v1/file/" + batch.path("fileId").asText(), keys);
        List<List<String>> rows = Csv.parse(Wire.text(file));
        assertThat(rows.get(0)).hasSize(fields.size() + 1).startsWith("Account.Deleted");
        assertThat(rows).hasSize(batch.path("recordCount").asInt() + 1).hasSizeGreaterThan(1);
    }

    /** zuora-aqua-client-cli: a bearer token, no names, a double slash, the file from the old path. */
    @Test
    void zuoraAquaClientCli_runsAQuery() {
        HttpResponse<byte[]> token = aqua.wire()
                .send(
                        "POST",
                        "/oauth/token",
                        "client_id=cli&client_secret=secret&grant_type=client_credentials",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
        Map<String, String> bearer = Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + Wire.json(token).path("access_token").asText());
        JsonNode submitted = post("""
                {"format": "csv", "version": "1.1", "encrypted": "none", "useQueryLabels": "true", "dateTimeUtc": "true",
                 "queries": [{"query": "select Account.AccountNumber, Account.Name from Account limit 7", "type": "zoqlexport"}]}
                """, bearer);
        aqua.ended(submitted);
        JsonNode job =
                Wire.json(get("/v1/batch-query//jobs/" + submitted.path("id").asText(), bearer));
        assertThat(job.path("status").asText()).isEqualTo("completed");
        HttpResponse<byte[]> file = get(
                "/apps/api/file/" + job.path("batches").path(0).path("fileId").asText(), bearer);
        List<List<String>> rows = Csv.parse(Wire.text(file));
        assertThat(rows.get(0)).containsExactly("Account.AccountNumber", "Account.Name");
        assertThat(rows).hasSize(8);
        assertThat(get("/v1/describe/Account", bearer).statusCode()).isEqualTo(200);
    }

    /** Estuary's connector: exportable fields and keys by the catalogue, stateless jobs of version 1.2 over a window. */
    @Test
    void estuary_readsAWindow() throws Exception {
        Map<String, String> headers = new TreeMap<>(keys());
        headers.put("Zuora-Version", "2025-08-12");
        Document invoice = xml(get("/v1/describe/Invoice", headers));
        List<String> fields = texts(
                nodes(invoice, "/object/fields/field[selectable='true' and contexts/context='export']/name/text()"));
        List<String> related = texts(nodes(invoice, "/object/related-objects/object/name/text()"));
        assertThat(fields).contains("Id", "UpdatedDate");
        assertThat(related).contains("Account");
        for (String relation : related) {
            fields.add(relation + ".Id");
        }
        JsonNode submitted = post("""
                {"format": "csv", "version": "1.2", "name": "estuary-capture-connector", "dateTimeUtc": "true",
                 "useQueryLabels": "true", "queries": [{"name": "estuary-capture-connector", "type": "zoqlexport",
                   "query": "select %s from Invoice where UpdatedDate >= '2026-01-01T00:00:00Z' and UpdatedDate < '2026-07-01T00:00:00Z' order by UpdatedDate"}]}
                """.formatted(String.join(", ", fields)), headers);
        assertThat(submitted.has("message")).isFalse();
        JsonNode job = aqua.ended(submitted);
        JsonNode batch = job.path("batches").path(0);
        List<List<String>> rows =
                Csv.parse(Wire.text(get("/v1/files/" + batch.path("fileId").asText(), headers)));
        assertThat(rows).hasSize(batch.path("recordCount").asInt() + 1).hasSizeGreaterThan(1);
        int updated = rows.get(0).indexOf("Invoice.UpdatedDate");
        List<String> times = rows.stream().skip(1).map(row -> row.get(updated)).toList();
        assertThat(times).isSorted().allMatch(time -> time.endsWith("+0000"));
        assertThat(times.get(0)).isGreaterThanOrEqualTo("2026-01-01T00:00:00+0000");
        assertThat(times.get(times.size() - 1)).isLessThan("2026-07-01T00:00:00+0000");
    }

    private static String tap(String project, String query, String more) {
        return """
                {"name": "%1$s", "partner": "salesforce", "project": "%1$s", "format": "csv", "version": "1.2",
                 "encrypted": "none", "useQueryLabels": "true", "dateTimeUtc": "true",
                 "queries": [{"name": "%1$s", "query": "%2$s", "type": "zoqlexport"%3$s}]}
                """.formatted(project, query, more);
    }

    private static Map<String, String> keys() {
        return Map.of(
                "apiAccessKeyId", "user@example.com",
                "apiSecretAccessKey", "secret",
                "X-Zuora-WSDL-Version", "91.0",
                "Content-Type", "application/json");
    }

    private static JsonNode post(String body, Map<String, String> headers) {
        HttpResponse<byte[]> response = aqua.wire().send("POST", "/v1/batch-query/", body, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        return Wire.json(response);
    }

    private static HttpResponse<byte[]> get(String path, Map<String, String> headers) {
        return aqua.wire().send("GET", path, "", headers);
    }

    private static Document xml(HttpResponse<byte[]> response) throws Exception {
        assertThat(response.statusCode()).as(Wire.text(response)).isEqualTo(200);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.body()));
    }

    private static NodeList nodes(Object from, String path) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return (NodeList) xpath.evaluate(path, from, XPathConstants.NODESET);
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getNodeValue());
        }
        return texts;
    }
}
