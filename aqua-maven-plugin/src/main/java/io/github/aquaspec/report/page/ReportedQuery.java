package io.github.aquaspec.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One query of a run: what was asked, and what came of it.
 *
 * @param text as sent
 * @param files names in the snapshot
 * @param before what runs before had, oldest first
 */
record ReportedQuery(
        String name,
        Optional<String> text,
        Optional<String> load,
        Optional<Long> records,
        Optional<Long> bytes,
        List<String> files,
        List<String> header,
        List<Amount> before) {

    /**
     * What an earlier run had of the same files.
     *
     * @param records of all of them
     * @param bytes of all of them
     */
    record Amount(long records, long bytes) {}

    ReportedQuery {
        files = List.copyOf(files);
        header = List.copyOf(header);
        before = List.copyOf(before);
    }

    /** The queries of a receipt, in the order of the request; those that the server chose are known by their files. */
    static List<ReportedQuery> all(Member receipt) {
        List<Member> asked = receipt.member("request").items("queries");
        List<Member> got = receipt.items("files");
        long last = got.stream().flatMap(file -> file.number("query").stream()).reduce(-1L, Math::max);
        List<ReportedQuery> queries = new ArrayList<>();
        for (int i = 0; i < Math.max(asked.size(), Math.min(last + 1, got.size())); i++) {
            int number = i;
            Optional<Member> request = i < asked.size() ? Optional.of(asked.get(i)) : Optional.empty();
            Optional<Member> result = got.stream()
                    .filter(file ->
                            file.number("query").filter(n -> n == number).isPresent())
                    .findFirst();
            queries.add(of(number, request, result, receipt.items("earlier")));
        }
        return queries;
    }

    private static ReportedQuery of(int number, Optional<Member> asked, Optional<Member> got, List<Member> earlier) {
        List<String> files = got.map(ReportedQuery::files).orElse(List.of());
        return new ReportedQuery(
                got.flatMap(file -> file.text("name"))
                        .or(() -> asked.flatMap(query -> query.text("name")))
                        .orElse("query " + (number + 1)),
                asked.flatMap(query -> query.text("query")),
                got.flatMap(file -> file.text("load")),
                got.flatMap(file -> file.number("records")),
                got.flatMap(file -> file.number("bytes")),
                files,
                got.map(file -> file.texts("header")).orElse(List.of()),
                earlier.stream()
                        .flatMap(run -> amount(run.items("files"), files).stream())
                        .toList());
    }

    private static List<String> files(Member result) {
        return result.text("path")
                .map(List::of)
                .orElseGet(() -> result.items("parts").stream()
                        .flatMap(part -> part.text("path").stream())
                        .toList());
    }

    private static Optional<Amount> amount(List<Member> run, List<String> files) {
        List<Member> same = run.stream()
                .filter(file -> file.text("path").filter(files::contains).isPresent())
                .filter(file -> file.number("records").isPresent())
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(new Amount(sum(same, "records"), sum(same, "bytes")));
    }

    private static long sum(List<Member> files, String what) {
        return Total.of(files.stream().map(file -> file.number(what))).orElse(0L);
    }

    /** What the run before had. */
    Optional<Amount> last() {
        return before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
    }
}
