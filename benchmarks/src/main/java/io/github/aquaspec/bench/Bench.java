package io.github.aquaspec.bench;

import io.github.aquaspec.bench.build.WholeBuild;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.Main;

/** Runs what is named: whole builds by their names, else benchmarks of JMH by a regular expression. */
public final class Bench {

    private Bench() {}

    /**
     * Arguments: a name of {@link WholeBuild}, or {@code builds} for all of them; or options of JMH and its expression.
     */
    public static void main(String[] arguments) throws Exception {
        String last = arguments[arguments.length - 1];
        List<WholeBuild> named = Arrays.stream(WholeBuild.values())
                .filter(build -> last.equals("builds") || build.isNamed(last))
                .toList();
        if (named.isEmpty()) {
            Main.main(arguments);
        }
        for (WholeBuild build : named) {
            build.measure(System.out);
        }
    }
}
