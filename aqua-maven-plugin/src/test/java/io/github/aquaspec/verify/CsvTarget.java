package io.github.aquaspec.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;

/**
 * The CSV machine, fed anything: it counts or finds a fault, the same however the bytes are cut, and its count is the
 * one of {@link ReferenceCsv}.
 */
public final class CsvTarget {

    private static final int[] CHUNKS = {1, 2, 7, 64};
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /**
     * What came of a text.
     *
     * @param records the count, where there is no fault
     * @param fault what is wrong
     * @param rest all else that the machine says
     */
    private record Outcome(long records, Optional<Fault> fault, String rest) {}

    private interface Reader {
        Outcome read(byte[] csv, int chunk);
    }

    private CsvTarget() {}

    /** Holds the machine against its contract. */
    public static void check(byte[] input) {
        check(input, CsvTarget::read);
    }

    /** Forgets, between two chunks, that a carriage return behind a quote has ended the line half. */
    public static void checkPlanted(byte[] input) {
        check(input, (csv, chunk) -> {
            Outcome outcome = read(csv, chunk);
            long records = outcome.records();
            for (int at = 2; at < csv.length; at++) {
                boolean torn = csv[at - 2] == '"' && csv[at - 1] == '\r' && csv[at] == '\n' && at % chunk == 0;
                records += torn && outcome.fault().isEmpty() ? 1 : 0;
            }
            return new Outcome(records, outcome.fault(), outcome.rest());
        });
    }

    private static Outcome read(byte[] csv, int chunk) {
        try {
            CsvMachine machine = CsvMachinePropertyTest.run(csv, chunk);
            return new Outcome(machine.records(), Optional.empty(), machine.observations() + " " + machine.lineEnd());
        } catch (CorruptFileException e) {
            return new Outcome(0, Optional.of(e.fault()), "");
        }
    }

    private static void check(byte[] input, Reader reader) {
        Outcome whole = reader.read(input, input.length + 1);
        for (int chunk : CHUNKS) {
            Outcome cut = reader.read(input, chunk);
            if (!cut.equals(whole)) {
                throw new AssertionError("in pieces of " + chunk + ": " + cut + ", in one: " + whole);
            }
        }
        String text = new String(input, ISO_8859_1);
        Optional<List<List<String>>> table =
                ReferenceCsv.read(text.startsWith(BYTE_ORDER_MARK) ? '\uFEFF' + text.substring(3) : text);
        boolean takenByReference = table.isPresent();
        if (whole.fault().isEmpty() && !(takenByReference && table.get().size() - 1 == whole.records())) {
            throw new AssertionError(whole + ", the reference reads " + table);
        }
        if (takenByReference && whole.fault().filter(CsvTarget::isOurs).isPresent()) {
            throw new AssertionError(whole + ", the reference reads " + table);
        }
    }

    /** Not those that the reference does not know, or, reading Latin letters, judges otherwise. */
    private static boolean isOurs(Fault fault) {
        return !(fault instanceof Fault.HeaderRepeated || fault instanceof Fault.NoHeader);
    }
}
