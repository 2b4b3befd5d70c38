package io.github.aquaspec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of Maven as a page shows it, read as a shell and Maven would.
 *
 * @param goals phases and goals, in their order
 */
record MavenCommand(List<String> goals) {

    private static final Set<String> SWITCHES =
            words("-B --batch-mode -q --quiet -X --debug -e --errors -o --offline -U"
                    + " --update-snapshots -N --non-recursive -am --also-make -amd --also-make-dependents -ntp"
                    + " --no-transfer-progress -nsu --no-snapshot-updates -fae --fail-at-end -fn --fail-never -ff --fail-fast -V"
                    + " --show-version -v --version -h --help -C --strict-checksums -c --lax-checksums"
                    + " -emp --encrypt-master-password -ep --encrypt-password");
    private static final Set<String> WITH_VALUE =
            words("-f --file -P --activate-profiles -pl --projects -rf --resume-from"
                    + " -s --settings -gs --global-settings -l --log-file -T --threads -t --toolchains -gt --global-toolchains"
                    + " -D --define -b --builder");
    private static final Pattern JOINED = Pattern.compile("-D[\\w.]+(=.*)?|-[PT]\\S+|--[a-z-]+=.+");
    private static final Set<String> PHASES = words("pre-clean clean post-clean validate initialize generate-sources"
            + " process-sources generate-resources process-resources compile process-classes generate-test-sources"
            + " process-test-sources generate-test-resources process-test-resources test-compile process-test-classes test"
            + " prepare-package package pre-integration-test integration-test post-integration-test verify install deploy"
            + " pre-site site post-site site-deploy");
    private static final Pattern GOAL = Pattern.compile("[a-z][\\w.-]*(:[\\w.-]+){0,2}:[a-z][\\w-]*(@[\\w-]+)?");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"#|&;>]|(?<=\\S)#|'[^']*'|\"[^\"]*\")+");
    private static final Pattern CALL = Pattern.compile(
            "^\\s*(?:\\$ |- |run: |(?:after_)?script: |exec |[A-Z_]+=\\S+ )*(?:\\./|/\\S*/)?mvnw?(?: (.*))?$");

    /** The call on a line, if that is what the line is. */
    static Optional<MavenCommand> find(String line) {
        Matcher call = CALL.matcher(line.replaceAll("\\$\\{\\{.*?}}|\\$\\(\\(.*?\\)\\)|\\$\\(.*?\\)", "x"));
        return call.matches() ? Optional.of(of(call.group(1) == null ? "" : call.group(1))) : Optional.empty();
    }

    private static MavenCommand of(String arguments) {
        Deque<String> left = new ArrayDeque<>(split(arguments));
        List<String> goals = new ArrayList<>();
        while (!left.isEmpty()) {
            String word = left.pop();
            if (WITH_VALUE.contains(word)) {
                if (left.isEmpty()) {
                    throw new IllegalArgumentException(word + " wants a value");
                }
                left.pop();
            } else if (PHASES.contains(word) || GOAL.matcher(word).matches()) {
                goals.add(word);
            } else if (!SWITCHES.contains(word) && !JOINED.matcher(word).matches()) {
                throw new IllegalArgumentException("no phase, goal or option of Maven: " + word);
            }
        }
        return new MavenCommand(goals);
    }

    /** The words up to what ends a command: a comment, a pipe, another command. */
    private static List<String> split(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(arguments);
        int end = 0;
        while (word.find() && arguments.substring(end, word.start()).isBlank()) {
            words.add(word.group().replaceAll("['\"]", ""));
            end = word.end();
        }
        if (arguments.substring(end).strip().matches("['\"].*")) {
            throw new IllegalArgumentException("a quote without its twin: " + arguments);
        }
        return words;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ")));
    }
}
