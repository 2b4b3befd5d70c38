package io.github.aquaspec.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scenarios as JSON: {@code {"scenario": "respond", "method": "GET", "path": "/v1/files", "times": 1, …}}. */
public final class ScenarioJson {

    private static final Map<String, Function<Members, Scenario>> READERS = readers();

    private ScenarioJson() {}

    /** The names of all scenarios. */
    public static List<String> names() {
        return List.copyOf(READERS.keySet());
    }

    /**
     * The scenario in a document, with its occasion.
     *
     * @throws IllegalArgumentException when it names no known scenario, or lacks a member; the message says what it can be
     */
    public static Scenarios.Waiting read(JsonNode json) {
        Members members = new Members(json);
        String name = members.text("scenario");
        Function<Members, Scenario> reader = READERS.get(name);
        if (reader == null) {
            throw new IllegalArgumentException(
                    "no scenario is named \"" + name + "\"; there are " + String.join(", ", READERS.keySet()));
        }
        Scenario scenario = reader.apply(members);
        Occasion usual = scenario.usualOccasion();
        Occasion occasion = new Occasion(
                members.optionalText("method").orElse(usual.method()),
                members.optionalText("path").orElse(usual.pathPrefix()),
                members.integer("times", Optional.of(usual.times())));
        members.nothingElse();
        return new Scenarios.Waiting(scenario, occasion);
    }

    /** A waiting scenario, without its particulars. */
    public static ObjectNode write(Scenarios.Waiting waiting) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String name = waiting.scenario().getClass().getSimpleName();
        json.put("scenario", Character.toLowerCase(name.charAt(0)) + name.substring(1));
        json.put("method", waiting.occasion().method());
        json.put("path", waiting.occasion().pathPrefix());
        if (waiting.occasion().times() != Occasion.ALWAYS) {
            json.put("times", waiting.occasion().times());
        }
        return json;
    }

    private static Map<String, Function<Members, Scenario>> readers() {
        Map<String, Function<Members, Scenario>> readers = new LinkedHashMap<>();
        readers.put(
                "respond",
                m -> new Scenario.Respond(
                        m.integer("status", Optional.empty()),
                        m.texts("headers"),
                        m.optionalText("body").orElse(""),
                        m.flag("carriedOut")));
        readers.put("hangUp", m -> new Scenario.HangUp(m.flag("carriedOut")));
        readers.put("holdRequest", m -> new Scenario.HoldRequest());
        readers.put("wrongRecordCount", m -> new Scenario.WrongRecordCount(m.number("delta")));
        readers.put("dropBatch", m -> new Scenario.DropBatch(m.integer("index", Optional.empty())));
        readers.put("jobStatus", m -> new Scenario.JobStatus(m.text("status"), m.optionalText("message")));
        readers.put("editAnswer", m -> new Scenario.EditAnswer(m.text("pointer"), m.json("value")));
        readers.put("editSegments", m -> new Scenario.EditSegments(segments(m.text("change"))));
        readers.put("swapFiles", m -> new Scenario.SwapFiles());
        readers.put(
                "editFile",
                m -> new Scenario.EditFile(
                        fileEdit(m.text("edit")), m.optionalNumber("record").orElse(1L)));
        readers.put("truncateFile", m -> new Scenario.TruncateFile(m.number("bytes"), m.flag("chunked")));
        readers.put("appendToFile", m -> new Scenario.AppendToFile(m.text("junk")));
        readers.put(
                "secondZipEntry",
                m -> new Scenario.SecondZipEntry(
                        m.optionalText("name").orElse("second.csv"),
                        m.optionalText("content").orElse("")));
        readers.put("omitLength", m -> new Scenario.OmitLength());
        readers.put("wrongLength", m -> new Scenario.WrongLength(m.number("delta")));
        readers.put("slowBody", m -> new Scenario.SlowBody(m.integer("bytesPerSecond", Optional.empty())));
        readers.put("stallBody", m -> new Scenario.StallBody(m.number("bytes")));
        readers.put("changeHeader", m -> new Scenario.ChangeHeader(m.text("name"), m.optionalText("value")));
        return readers;
    }

    private static Scenario.EditSegments.Change segments(String word) {
        return switch (word) {
            case "dropLast" -> Scenario.EditSegments.Change.DROP_LAST;
            case "reverse" -> Scenario.EditSegments.Change.REVERSE;
            case "repeatFirst" -> Scenario.EditSegments.Change.REPEAT_FIRST;
            default ->
                throw new IllegalArgumentException("change is dropLast, reverse or repeatFirst, not \"" + word + '"');
        };
    }

    private static FileEdit fileEdit(String word) {
        return Arrays.stream(FileEdit.values())
                .filter(edit -> edit.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("edit is "
                        + Arrays.stream(FileEdit.values()).map(FileEdit::word).collect(Collectors.joining(", "))
                        + ", not \"" + word + '"'));
    }
}
