package io.github.aquaspec.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aquaspec.emulator.setting.Setting;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DescribeTest {

    private static AquaEmulator emulator;
    private static PlainClient client;

    @BeforeAll
    static void start() {
        emulator = AquaEmulator.start();
        client = new PlainClient(emulator.url());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void allObjectsAreListed() throws Exception {
        List<String> names = texts(xml("/v1/describe"), "/objects/object/name");
        assertThat(names).contains("Account", "Subscription", "InvoiceItem").doesNotHaveDuplicates();
        assertThat(texts(xml("/v1/describe"), "/objects/object/label")).contains("Invoice Item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/describe/Account",
                "/v1/84/describe/Account",
                "/apps/api/describe/account",
                "/v1/84.0/describe/Account"
            })
    void anObjectHasFieldsWithContexts_andRelations(String path) throws Exception {
        Document account = xml(path);
        assertThat(texts(account, "/object/name")).containsExactly("Account");
        String field = "/object/fields/field[name='%s']/";
        assertThat(texts(account, field.formatted("Balance") + "label")).containsExactly("Account Balance");
        assertThat(texts(account, field.formatted("Balance") + "type")).containsExactly("decimal");
        assertThat(texts(account, field.formatted("Balance") + "selectable")).containsExactly("true");
        assertThat(texts(account, field.formatted("Balance") + "required")).containsExactly("true");
        assertThat(texts(account, field.formatted("VATId") + "required")).containsExactly("false");
        assertThat(texts(account, field.formatted("Id") + "type")).containsExactly("text");
        assertThat(texts(account, field.formatted("Balance") + "contexts/context"))
                .containsExactly("soap", "export");
        assertThat(texts(account, field.formatted("Mrr") + "contexts/context")).containsExactly("export");
        assertThat(texts(account, "/object/related-objects/object[name='BillToContact']/@href"))
                .containsExactly("/v1/describe/Contact");
    }

    @Test
    void everyVersionHasTheSameFields() throws Exception {
        assertThat(client.get("/v1/1/describe/Account").body())
                .isEqualTo(client.get("/v1/145.0/describe/Account").body())
                .isEqualTo(client.get("/v1/describe/Account").body());
    }

    @Test
    void whatDescribeSaysIsExported_isWhatAStarBrings() throws Exception {
        List<String> described =
                texts(xml("/v1/describe/Subscription"), "/object/fields/field[contexts/context='export']/name");
        String header = client.text("select * from Subscription limit 1", "\"useQueryLabels\":true")
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(header.replace("Subscription.", "").split(",")).containsExactlyElementsOf(described);
    }

    @Test
    void anUnknownObjectIsA404_orAnError() throws Exception {
        assertThat(client.get("/v1/describe/Nonsense").statusCode()).isEqualTo(404);
        emulator.settings().set(Setting.DESCRIBE_UNKNOWN, "xml");
        HttpResponse<byte[]> error = client.get("/v1/describe/Non%3Csense");
        assertThat(error.statusCode()).isEqualTo(200);
        assertThat(texts(parsed(error), "/errors/error/message")).containsExactly("no object is named Non<sense");
        emulator.settings().reset();
    }

    private static Document xml(String path) throws Exception {
        HttpResponse<byte[]> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
        return parsed(answer);
    }

    private static Document parsed(HttpResponse<byte[]> answer) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> texts(Document xml, String path) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, xml, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
