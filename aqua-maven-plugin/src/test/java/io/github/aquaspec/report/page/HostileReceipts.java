package io.github.aquaspec.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Receipts in which every text is one that wants to be more than a text. */
final class HostileReceipts {

    static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "</style><script>alert(1)</script>",
            "</title></svg></text><img src=x onerror=alert(1)>",
            "\" onload=\"alert(1)\" x=\"",
            "' onmouseover='alert(1)",
            "javascript:alert(1)//",
            "https://evil.example/?a=b&c=d#e",
            "//evil.example/x",
            "../../../etc/passwd",
            "&lt;b&gt;&#x3C;script&#x3E;",
            "]]><!-- --><![CDATA[",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "\u202Egpj.exe\u202C\u2066\u200F",
            "a\u0000b\u0007c\u001B[31md\u009B31m",
            "lone \uD800 and \uDFFF, \uFFFE, \uDBFF\uDFFF",
            "line\nfeed\r\nand\ttab\u2028and\u2029more",
            "::error::x ##vso[task.complete]",
            "Z\u0351\u036B\u0343\u036A\u0302\u036Balgo",
            "%3Cscript%3E%22",
            "{{7*7}}${7*7}<%= 7 %>",
            "x".repeat(10_000),
            "\uD83D\uDE00".repeat(2_000));

    /** Members that decide what is shown at all; all others are free text. */
    private static final Set<String> KEPT = Set.of("id", "at", "started", "ended", "what", "code");

    private static final ObjectMapper JSON = new ObjectMapper();

    private HostileReceipts() {}

    /** For tests that take each. */
    static List<String> texts() {
        return TEXTS;
    }

    /** Puts a text into the place of each text of the receipts of a folder, also of the words that receipts know. */
    static void put(Path reports, String text) throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, JSON.writeValueAsBytes(replaced("", JSON.readTree(file.toFile()), text)));
            }
        }
    }

    /** Writes one receipt. */
    static void write(Path reports, String id, ObjectNode receipt) throws IOException {
        Path file = reports.resolve(id).resolve("run.json");
        Files.createDirectories(file.getParent());
        Files.write(file, JSON.writeValueAsBytes(receipt.put("id", id)));
    }

    static ObjectNode receipt(Path reports, String id) throws IOException {
        return (ObjectNode)
                JSON.readTree(reports.resolve(id).resolve("run.json").toFile());
    }

    private static JsonNode replaced(String name, JsonNode json, String text) {
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties()
                    .forEach(member -> copy.set(member.getKey(), replaced(member.getKey(), member.getValue(), text)));
            return copy;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(item -> copy.add(replaced(name, item, text)));
            return copy;
        }
        return json.isTextual() && !KEPT.contains(name) ? JSON.getNodeFactory().textNode(text) : json;
    }
}
