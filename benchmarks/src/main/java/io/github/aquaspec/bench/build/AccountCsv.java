package io.github.aquaspec.bench.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

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
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        out.write(header);
        long bytes = header.length;
        for (long record = 0; record < records; record++) {
            byte[] line = record(record).getBytes(StandardCharsets.UTF_8);
            out.write(line);
            bytes += line.length;
        }
        out.flush();
        return bytes;
    }

    private String record(long number) {
        StringBuilder text = new StringBuilder(256);
        text.append("8ad0").append(hex(random.nextLong())).append(String.format("%012x", number));
        text.append(",A").append(String.format("%08d", number)).append(',');
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
        return text.append(',')
                .append(time())
                .append(',')
                .append(time())
                .append('\n')
                .toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static String hex(long value) {
        return String.format("%016x", value);
    }

    private String time() {
        int second = random.nextInt(86_400);
        return String.format(
                "20%02d-%02d-%02dT%02d:%02d:%02d+0000",
                20 + random.nextInt(6),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                second / 3600,
                second / 60 % 60,
                second % 60);
    }
}
