package io.github.aquaspec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page names and the repository has not: tests, their methods, builds, diagnostics. */
final class NamedOnPage {

    static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test|CanaryWatch)(?:\\.(\\w+))?`");
    static final Pattern BUILD = Pattern.compile("`(src/it/[\\w-]+)`");
    static final Pattern CODE = Pattern.compile("\\b(AQ\\d{3})\\b");

    private NamedOnPage() {}

    static List<String> missing(Page page) {
        return Stream.of(
                        lacking(page, TEST, NamedOnPage::isATest),
                        lacking(page, BUILD, m -> Files.isDirectory(Path.of(m.group(1)))),
                        lacking(
                                page,
                                CODE,
                                m -> Files.exists(Page.ROOT.resolve("docs/diagnostics/" + m.group(1) + ".md"))))
                .flatMap(missing -> missing)
                .toList();
    }

    private static Stream<String> lacking(Page page, Pattern pattern, Predicate<MatchResult> isThere) {
        return page.named(pattern).filter(isThere.negate()).map(MatchResult::group);
    }

    private static boolean isATest(MatchResult name) {
        return name.group(2) == null ? TestSources.has(name.group(1)) : TestSources.has(name.group(1), name.group(2));
    }
}
