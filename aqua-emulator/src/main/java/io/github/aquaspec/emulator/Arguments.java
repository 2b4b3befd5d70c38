package io.github.aquaspec.emulator;

import io.github.aquaspec.emulator.http.Credential;
import io.github.aquaspec.emulator.job.Pace;
import io.github.aquaspec.emulator.query.QueryText;
import io.github.aquaspec.emulator.setting.Setting;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody wrote behind the jar at the prompt.
 *
 * @param script to be applied first
 */
record Arguments(EmulatorConfig config, Optional<Path> script) {

    static final String USAGE = """
            usage: java -jar aqua-emulator.jar [port] [id:secret …] [options]
              --directory DIR           where everything stays when the emulator ends
              --script FILE             requests to /emulator, applied first
              --partners A,B            the registered partner ids; any by default
              --seed N, --scale N       of the sample records; 1 and 1
              --tenant-zone ZONE        of dateTimes in files; America/Los_Angeles
              --data-centre-zone ZONE   of incrementalTime; America/Los_Angeles
              --api-version V           of queries that name none; 145.0
              --pace polls:N or PT5S    how long answers hold the truth back; not at all
              --set NAME=VALUE          a setting; may come again""";

    private static final int DEFAULT_PORT = 8377;
    private static final String SCRIPT = "--script";
    private static final Map<String, Option> OPTIONS = options();

    /** What an option changes. */
    private interface Option {
        EmulatorConfig applied(EmulatorConfig config, String value);
    }

    /**
     * The arguments, understood.
     *
     * @throws IllegalArgumentException when one means nothing; the message says which
     */
    static Arguments of(List<String> args) {
        List<String> plain = new ArrayList<>();
        Optional<Path> script = Optional.empty();
        EmulatorConfig config = EmulatorConfig.defaults();
        for (Iterator<String> at = args.iterator(); at.hasNext(); ) {
            String arg = at.next();
            if (arg.equals(SCRIPT)) {
                script = Optional.of(Path.of(value(arg, at)));
            } else if (OPTIONS.containsKey(arg)) {
                config = OPTIONS.get(arg).applied(config, value(arg, at));
            } else if (arg.startsWith("--")) {
                throw new IllegalArgumentException("there is no option " + arg + "; there are "
                        + Stream.concat(Stream.of(SCRIPT), OPTIONS.keySet().stream())
                                .collect(Collectors.joining(", ")));
            } else {
                plain.add(arg);
            }
        }
        int port = plain.isEmpty() ? DEFAULT_PORT : (int) number("the port", plain.get(0), 0, 65535);
        Credential[] credentials = plain.stream().skip(1).map(Credential::parse).toArray(Credential[]::new);
        return new Arguments(config.withPort(port).withCredentials(credentials), script);
    }

    private static Map<String, Option> options() {
        Map<String, Option> options = new LinkedHashMap<>();
        options.put("--directory", (config, value) -> config.withDirectory(Path.of(value)));
        options.put(
                "--partners",
                (config, value) -> config.withPartners(value.strip().split("\\s*,\\s*", -1)));
        options.put(
                "--seed", (config, value) -> config.withSeed(number("--seed", value, Long.MIN_VALUE, Long.MAX_VALUE)));
        options.put(
                "--scale", (config, value) -> config.withScale((int) number("--scale", value, 1, Integer.MAX_VALUE)));
        options.put("--tenant-zone", (config, value) -> config.withTenantZone(zone("--tenant-zone", value)));
        options.put(
                "--data-centre-zone", (config, value) -> config.withDataCentreZone(zone("--data-centre-zone", value)));
        options.put("--api-version", (config, value) -> config.withNewestApiVersion(apiVersion(value)));
        options.put("--pace", (config, value) -> config.withPace(pace(value)));
        options.put("--set", Arguments::set);
        return options;
    }

    private static String value(String option, Iterator<String> at) {
        if (!at.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value behind it");
        }
        return at.next();
    }

    private static long number(String what, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                what + " is a number from " + least + " to " + most + ", not \"" + text + '"');
    }

    private static ZoneId zone(String option, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " is a time zone such as Europe/Berlin or UTC, not \"" + text + '"', e);
        }
    }

    private static String apiVersion(String text) {
        if (!QueryText.isVersion(text)) {
            throw new IllegalArgumentException("--api-version is a number such as 145.0, not \"" + text + '"');
        }
        return text;
    }

    private static Pace pace(String text) {
        if (text.matches("polls:[1-9]\\d{0,5}")) {
            return new Pace.Polls(Integer.parseInt(text.substring("polls:".length())));
        }
        try {
            Duration delay = Duration.parse(text);
            if (!delay.isNegative()) {
                return new Pace.Delay(delay);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new IllegalArgumentException("--pace is polls:3 or a duration such as PT5S, not \"" + text + '"');
    }

    private static EmulatorConfig set(EmulatorConfig config, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set is written like segmentRecords=100, not \"" + text + '"');
        }
        return with(config, Setting.named(text.substring(0, equals)), text.substring(equals + 1));
    }

    private static <T> EmulatorConfig with(EmulatorConfig config, Setting<T> setting, String value) {
        return config.with(setting, setting.read(value));
    }
}
