package io.github.aquaspec.bench.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * A CSV of accounts as Zuora writes them: keys of 32 digits, names with commas and quotes, notes over several lines,
 * amounts, times. The same records on each machine; gzip makes about a third of it.
 */
public final class AccountCsv {

    /** The fields of the query, in its order. */
    public static final String FIELDS = "Id, AccountNumber, Name, Balance, Currency, Notes, CreatedDate, UpdatedDate";

    private static final String HEADER = "Account.Id,Account.AccountNumber,Account.Name,Account.Balance,"
            + "Account.Currency,Account.Notes,Account.CreatedDate,Account.UpdatedDate\n";
    private static final String[] WORDS = {
        "Acme",
        "Billing",
        "Corp",
        "Delta",
        "Energy",
        "Foods",
        "Global",
        "Harbor",
        "Industries",
        "Juniper",
        "Kinetic",
        "Logistics",
        "Media",
        "Northern",
        "Optics",
        "Partners",
        "Quantum",
        "Retail",
        "Systems",
        "Trading"
    };
    private static final String[] CURRENCIES = {"USD", "EUR", "GBP", "JPY", "AUD"};

    private final SplittableRandom random;

    /** Records of this seed. */
    public AccountCsv(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Writes a header and records.
     *
     * @return the bytes written
     */
    public long write(OutputStream to, long records) throws IOException {
        return write(to, HEADER, records, this::record);
    }

    /** Writes a header and records of an id alone, so that many have room. */
    public long writeIds(OutputStream to, long records) throws IOException {
        return write(to, "Account.Id\n", records, this::idLine);
    }

    private static long write(OutputStream to, String header, long records, LongFunction<String> record)
            throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        byte[] first = header.getBytes(StandardCharsets.UTF_8);
        out.write(first);
        long bytes = first.length;
        for (long number = 0; number < records; number++) {
            byte[] line = record.apply(number).getBytes(StandardCharsets.UTF_8);
            out.write(line);
            bytes += line.length;
        }
        out.flush();
        return bytes;
    }

    private String idLine(long number) {
        StringBuilder text = new StringBuilder(64);
        id(text, number);
        return text.append('\n').toString();
    }

    private String record(long number) {
        StringBuilder text = new StringBuilder(256);
        id(text, number);
        padded(text.append(",A"), number, 10, 8).append(',');
        String name = word() + " " + word();
        text.append(number % 5 == 0 ? "\"" + name + ", Inc.\"" : name + " Ltd");
        text.append(',').append(random.nextInt(1_000_000)).append('.').append(10 + random.nextInt(90));
        text.append(',').append(CURRENCIES[random.nextInt(CURRENCIES.length)]).append(',');
        if (number % 7 == 0) {
            text.append("\"call \"\"")
                    .append(word())
                    .append("\"\" first\nthen ")
                    .append(word())
                    .append('"');
        } else if (number % 3 == 0) {
            text.append(word()).append(' ').append(word()).append(' ').append(word());
        }
        time(text.append(','));
        time(text.append(','));
        return text.append('\n').toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private void id(StringBuilder text, long number) {
        text.append("8ad0");
        padded(text, random.nextLong(), 16, 16);
        padded(text, number, 16, 12);
    }

    private void time(StringBuilder text) {
        int second = random.nextInt(86_400);
        padded(text.append("20"), 20 + random.nextInt(6), 10, 2);
        padded(text.append('-'), 1 + random.nextInt(12), 10, 2);
        padded(text.append('-'), 1 + random.nextInt(28), 10, 2);
        padded(text.append('T'), second / 3600, 10, 2);
        padded(text.append(':'), second / 60 % 60, 10, 2);
        padded(text.append(':'), second % 60, 10, 2).append("+0000");
    }

    /** As a format would; results of gigabytes are waited for. */
    private static StringBuilder padded(StringBuilder text, long number, int radix, int digits) {
        String plain = radix == 16 ? Long.toHexString(number) : Long.toString(number);
        return text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }
}
