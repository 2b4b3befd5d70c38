package io.github.aquaspec.spec.binding;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.aquaspec.spec.ManifestSchema;
import io.github.aquaspec.spec.diagnostic.KeyCode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What an editor with the schema refuses.
 *
 * <p>What is no text or no YAML (AQ0xx) is the business of the editor's own parser. What hangs on several keys, on the
 * text of a query or on the build (AQ2xx and above) is told by {@code aqua:validate} alone.
 */
public final class EditorSchema {

    /** What a schema sees. */
    public static final Set<KeyCode> SEEN = Set.of(
            KeyCode.UNKNOWN_KEY,
            KeyCode.WRONG_KIND,
            KeyCode.MISSING_KEY,
            KeyCode.UNKNOWN_WORD,
            KeyCode.NOT_TRUE_OR_FALSE,
            KeyCode.NOT_A_NUMBER,
            KeyCode.NOT_A_TIME,
            KeyCode.NOT_AN_API_VERSION,
            KeyCode.EMPTY_TEXT);

    /** What a schema does not see, and why. */
    public static final Map<KeyCode, String> NOT_SEEN = Map.ofEntries(
            Map.entry(KeyCode.UNUSUAL_CASE, "is a note; the job is sent"),
            Map.entry(KeyCode.UNKNOWN_CODE, "would pin the codes of one version"),
            Map.entry(KeyCode.NOT_SUPPRESSIBLE, "would pin the codes of one version"),
            Map.entry(KeyCode.UNKNOWN_PLACEHOLDER, "hangs on what is declared elsewhere"),
            Map.entry(KeyCode.NOT_SET, "hangs on the build"),
            Map.entry(KeyCode.MISPLACED_PLACEHOLDER, "hangs on what stands around it"),
            Map.entry(KeyCode.NOT_OF_TYPE, "hangs on the key beside it"),
            Map.entry(KeyCode.UNUSED, "hangs on what stands elsewhere"),
            Map.entry(KeyCode.ENV_NOT_READABLE, "hangs on the build"),
            Map.entry(KeyCode.CREDENTIAL, "hangs on what a name means"));

    static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private static final Schema SCHEMA = SCHEMAS.getSchema(new ObjectMapper().readTree(ManifestSchema.bytes()));

    private EditorSchema() {}

    /** Whether it underlines anything. */
    public static boolean refuses(JsonNode manifest) {
        return !SCHEMA.validate(manifest).isEmpty();
    }

    /** Whether it should, for what we find. */
    public static boolean sees(Collection<String> codes) {
        return SEEN.stream().anyMatch(code -> codes.contains(code.id()));
    }
}
