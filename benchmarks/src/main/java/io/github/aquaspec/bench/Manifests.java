package io.github.aquaspec.bench;

/** Texts of manifests of any size. */
public final class Manifests {

    private Manifests() {}

    /**
     * A job that passes without findings.
     *
     * @param queries how many
     * @param characters of each query, about
     */
    public static String of(int queries, int characters) {
        StringBuilder text = new StringBuilder("""
                name: bench
                version: "1.0"
                useQueryLabels: true
                dateTimeUtc: true
                queries:
                """);
        for (int i = 0; i < queries; i++) {
            text.append("""
                      - name: Account%d
                        type: zoqlexport
                        apiVersion: "145.0"
                        query: |
                          select Id, AccountNumber, Name, Balance
                          from Account
                          where Id != ''
                    """.formatted(i));
            for (int length = 90, n = 0; length < characters; n++) {
                String test = "      or AccountNumber = 'A%08d'\n".formatted(n);
                text.append(test);
                length += test.length() - "      ".length();
            }
        }
        return text.toString();
    }
}
