package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.NearNames;
import io.github.aquaspec.spec.diagnostic.Quoted;
import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.DataSource;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a dot can join hangs on the object (Zuora documentation, Export ZOQL: available objects). */
final class RelationsListed implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        query.parsed()
                .ifPresent(parsed -> ObjectCatalogue.zuora()
                        .find(parsed.from().text())
                        .filter(object -> object.relations().isPresent())
                        .ifPresent(object -> JoinedNames.in(parsed).stream()
                                .filter(name -> object.relation(name.text()).isEmpty())
                                .filter(name -> !ObjectCatalogue.zuora().isNeverJoined(name.text()))
                                .map(name -> finding(object, name.text()).at(query.within(name.range())))
                                .forEach(findings)));
    }

    private static Diagnostic finding(DataSource object, String name) {
        List<String> listed = object.relations().orElseThrow().stream()
                .map(DataSource.Relation::name)
                .sorted()
                .toList();
        Diagnostic finding = Diagnostic.of(
                ZoqlCode.UNLISTED_RELATION, "Zuora lists no " + Quoted.of(name) + " joined to " + object.name());
        return listed.isEmpty()
                ? finding.fix("leave it out: nothing is listed as joined to " + object.name())
                : finding.fix(meant(name, listed)
                                .map(near -> "write " + near + "; listed are ")
                                .orElse("write one of those that are listed: ")
                        + String.join(", ", listed));
    }

    /** What the REST API calls {@code billTo} and {@code soldTo} is a contact here. */
    private static Optional<String> meant(String name, List<String> listed) {
        return NearNames.nearest(name, listed)
                .or(() -> listed.stream()
                        .filter((name + "Contact")::equalsIgnoreCase)
                        .findFirst());
    }
}
