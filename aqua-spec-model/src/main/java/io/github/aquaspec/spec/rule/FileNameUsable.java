package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.diagnostic.QueryCode;
import java.util.Optional;
import java.util.function.Consumer;

/** A name that becomes a file name works on every system. */
final class FileNameUsable implements QueryRule {

    @Override
    public void check(QueryInJob query, Consumer<Diagnostic> findings) {
        Optional<String> file = query.query().file();
        if (file.isPresent() && !FileStems.isStem(file.get())) {
            findings.accept(Diagnostic.of(QueryCode.UNUSABLE_FILE_NAME, "the file cannot have this name")
                    .at(query.value("file"))
                    .fix("write file: " + FileStems.slug(file.get())));
        }
        Optional<String> name = query.query().name();
        if (!query.has("file") && name.isPresent() && !FileStems.isStem(name.get())) {
            findings.accept(Diagnostic.of(QueryCode.UNUSABLE_FILE_NAME, "a file cannot have the name of this query")
                    .at(query.value("name"))
                    .fix("add file: " + FileStems.slug(name.get())));
        }
    }
}
