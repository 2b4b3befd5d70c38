package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import io.github.aquaspec.spec.diagnostic.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@code convertToCurrencies} holds ISO codes and needs API version 78 (Zuora documentation, Post query). */
final class CurrencyCodes implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        List<String> codes = query.query().convertToCurrencies();
        List<String> wrong =
                codes.stream().filter(code -> !code.matches("[A-Z]{3}")).toList();
        if (!wrong.isEmpty()) {
            String found = wrong.stream().map(Quoted::of).collect(Collectors.joining(" and "));
            findings.accept(Diagnostic.of(
                            QueryCode.NOT_A_CURRENCY, "expected three capital letters per currency, found " + found)
                    .at(query.value("convertToCurrencies"))
                    .fix(fix(codes)));
        }
        if (!codes.isEmpty()
                && query.query().apiVersion().filter(v -> v.major() < 78).isPresent()) {
            findings.accept(Diagnostic.of(
                            QueryCode.CURRENCY_NEEDS_API_VERSION, "convertToCurrencies needs apiVersion 78 or later")
                    .at(query.value("apiVersion"))
                    .related(query.key("convertToCurrencies"), "")
                    .fix("write apiVersion: \"78.0\" or later"));
        }
    }

    private static String fix(List<String> codes) {
        String capital = String.join(",", codes).toUpperCase(Locale.ROOT);
        return capital.matches("[A-Z]{3}(,[A-Z]{3})*")
                ? "write " + capital
                : "write the codes with one comma between two, such as \"EUR,GBP\"";
    }
}
