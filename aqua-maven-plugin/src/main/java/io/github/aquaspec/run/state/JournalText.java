package io.github.aquaspec.run.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.json.JsonText;
import io.github.aquaspec.run.state.JournalEntry.Begun;
import io.github.aquaspec.run.state.JournalEntry.Committed;
import io.github.aquaspec.run.state.JournalEntry.End;
import io.github.aquaspec.run.state.JournalEntry.Ended;
import io.github.aquaspec.run.state.JournalEntry.Intent;
import io.github.aquaspec.run.state.JournalEntry.Published;
import io.github.aquaspec.run.state.JournalEntry.Served;
import io.github.aquaspec.run.state.JournalEntry.Stored;
import io.github.aquaspec.run.state.JournalEntry.Submitted;
import io.github.aquaspec.snapshot.StoredFile;
import io.github.aquaspec.spec.model.WindowRange;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Entries as lines of JSON. Each line has its number and, last, the CRC-32C of what stands before it; so a line that was
 * torn off, changed or lost is told from a good one.
 */
final class JournalText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CRC = ",\"crc\":\"";
    /** {@code ,"crc":"0a1b2c3d"}} at the end of a line. */
    private static final int TAIL = CRC.length() + 8 + 2;

    private JournalText() {}

    /**
     * What was read of a journal.
     *
     * @param entries in order
     * @param length of the lines that they stand on; what is behind them was torn off in the middle of a write
     */
    record Content(List<JournalEntry> entries, int length) {}

    /** The line of an entry, its line end included. */
    static byte[] line(int number, JournalEntry entry) {
        ObjectNode json = JSON.objectNode();
        json.put("line", number);
        put(json, entry);
        String text = JsonText.line(json);
        String body = text.substring(0, text.length() - 1);
        return (body + CRC + crc(body.getBytes(StandardCharsets.UTF_8)) + "\"}\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a journal.
     *
     * @throws MalformedStateException when a line other than the last is not what was written
     */
    static Content read(byte[] bytes) throws MalformedStateException {
        List<JournalEntry> entries = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean last = end >= bytes.length - 1;
            boolean sound = end < bytes.length && isSound(bytes, from, end);
            if (!sound && last && !holdsALine(bytes, from)) {
                break;
            }
            if (!sound) {
                throw new MalformedStateException("line " + (entries.size() + 1) + " is not what was written");
            }
            entries.add(entry(Arrays.copyOfRange(bytes, from, end), entries.size() + 1));
            from = end + 1;
        }
        return new Content(List.copyOf(entries), from);
    }

    /** What was torn off is the beginning of one line; more than that was damaged otherwise. */
    private static boolean holdsALine(byte[] bytes, int from) {
        String rest = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        int crc = rest.indexOf(CRC);
        return crc >= 0 && rest.length() > crc + TAIL + 1;
    }

    private static boolean isSound(byte[] bytes, int from, int end) {
        int body = end - TAIL;
        if (body <= from) {
            return false;
        }
        String expected = CRC + crc(Arrays.copyOfRange(bytes, from, body)) + "\"}";
        return new String(bytes, body, TAIL, StandardCharsets.ISO_8859_1).equals(expected);
    }

    private static String crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void put(ObjectNode json, JournalEntry entry) {
        if (entry instanceof Begun begun) {
            put(json, begun);
        } else if (entry instanceof Intent intent) {
            json.put("step", "intent");
            json.put("idempotencyKey", intent.idempotencyKey());
            json.put("attempt", intent.attempt());
            json.put("at", intent.at().toString());
        } else if (entry instanceof Submitted submitted) {
            json.put("step", "submitted");
            json.put("jobId", submitted.jobId());
            submitted.adopted().ifPresent(window -> put(json, window));
        } else if (entry instanceof Stored stored) {
            put(json, stored);
        } else if (entry instanceof Published) {
            json.put("step", "published");
        } else if (entry instanceof Committed committed) {
            json.put("step", "committed");
            committed.at().ifPresent(at -> json.put("at", at.toString()));
        } else if (entry instanceof Ended ended) {
            json.put("step", "ended");
            json.put("how", ended.how().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void put(ObjectNode json, Begun begun) {
        json.put("step", "begun");
        json.put("format", StateWriter.FORMAT);
        ObjectNode target = json.putObject("target");
        target.put("name", begun.identity().name());
        target.put("host", begun.identity().host());
        begun.identity().entity().ifPresent(entity -> target.put("entity", entity));
        begun.identity().orgs().ifPresent(orgs -> target.put("orgs", orgs));
        json.put("runKey", begun.key().base());
        json.put("count", begun.key().count());
        json.put("at", begun.at().toString());
        begun.before().ifPresent(job -> json.put("before", job));
        begun.window().ifPresent(window -> put(json, window));
        json.put("again", begun.again());
        begun.since().ifPresent(time -> json.put("since", time.toString()));
        json.put("request", begun.request());
    }

    private static void put(ObjectNode json, WindowRange window) {
        ObjectNode range = json.putObject("window");
        range.put("from", window.from().toString());
        range.put("to", window.to().toString());
    }

    private static void put(ObjectNode json, Stored stored) {
        json.put("step", "stored");
        json.put("name", stored.file().name());
        json.put("bytes", stored.file().bytes());
        json.put("sha256", stored.file().sha256());
        ArrayNode files = json.putArray("files");
        for (int i = 0; i < stored.fileIds().size(); i++) {
            Served served = stored.served().get(i);
            files.addObject()
                    .put("id", stored.fileIds().get(i))
                    .put("bytes", served.bytes())
                    .put("sha256", served.sha256())
                    .put("records", served.records());
        }
    }

    private static JournalEntry entry(byte[] line, int number) throws MalformedStateException {
        Members members = Members.parse(line);
        if (members.number("line") != number) {
            throw new MalformedStateException("line " + number + " is missing");
        }
        members.text("crc");
        try {
            JournalEntry entry = entry(members);
            members.requireNoMore();
            return entry;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedStateException(e.getMessage());
        }
    }

    private static JournalEntry entry(Members line) throws MalformedStateException {
        String step = line.text("step");
        return switch (step) {
            case "begun" -> begun(line);
            case "intent" -> new Intent(line.text("idempotencyKey"), line.number("attempt"), line.instant("at"));
            case "submitted" -> new Submitted(line.text("jobId"), window(line));
            case "stored" -> stored(line);
            case "published" -> new Published();
            case "committed" -> new Committed(line.optionalInstant("at"));
            case "ended" -> new Ended(End.valueOf(line.text("how").toUpperCase(Locale.ROOT)));
            default -> throw new MalformedStateException("there is no step \"" + step + "\"");
        };
    }

    private static Begun begun(Members line) throws MalformedStateException {
        StateReader.requireFormat(line.number("format"));
        Optional<String> since = line.optional("since");
        return new Begun(
                StateReader.target(line.object("target")),
                new RunKey(line.text("runKey"), line.number("count")),
                line.instant("at"),
                line.optional("before"),
                window(line),
                line.flag("again"),
                since.map(LocalDateTime::parse),
                line.text("request"));
    }

    private static Optional<WindowRange> window(Members line) throws MalformedStateException {
        if (!line.has("window")) {
            return Optional.empty();
        }
        Members window = line.object("window");
        return Optional.of(new WindowRange(window.instant("from"), window.instant("to")));
    }

    private static Stored stored(Members line) throws MalformedStateException {
        List<String> ids = new ArrayList<>();
        List<Served> served = new ArrayList<>();
        for (Members file : line.objects("files")) {
            ids.add(file.text("id"));
            served.add(new Served(file.size("bytes"), file.text("sha256"), file.size("records")));
        }
        return new Stored(new StoredFile(line.text("name"), line.size("bytes"), line.text("sha256")), ids, served);
    }
}
