package io.github.aquaspec.emulator.job;

import io.github.aquaspec.emulator.query.QueryCompiler;
import io.github.aquaspec.emulator.query.Reach;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import io.github.aquaspec.spec.zoql.DataSource.DeletedRows;
import io.github.aquaspec.spec.zoql.ObjectCatalogue;
import io.github.aquaspec.spec.zoql.Zoql;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be asked of which object. */
final class Permissions {

    private final QueryCompiler compiler;
    private final Reach reach;
    private final Settings settings;

    Permissions(QueryCompiler compiler, Reach reach, Settings settings) {
        this.compiler = compiler;
        this.reach = reach;
        this.settings = settings;
    }

    /** Whether the user may not read one of a query's objects. */
    boolean forbid(QueryRequest query) {
        Set<String> forbidden =
                lowerCase(Stream.of(settings.get(Setting.FORBIDDEN_OBJECTS).split(",", -1))
                        .map(String::strip));
        return reach.objects(query.text()).stream().anyMatch(o -> forbidden.contains(o.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether deleted records of a query's object cannot be had: by our sample, or by what Zuora's documentation and its
     * users say of an object. One that nobody knows is another matter.
     */
    boolean forgetDeleted(QueryRequest query) {
        return compiler.base(query.text()).filter(o -> !o.keepsDeleted()).isPresent()
                || Zoql.fromObject(query.query(), query.dialect())
                        .flatMap(ObjectCatalogue.zuora()::find)
                        .filter(object -> object.deletedRows() != DeletedRows.EXPORTED)
                        .isPresent();
    }

    private static Set<String> lowerCase(Stream<String> names) {
        return names.map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
