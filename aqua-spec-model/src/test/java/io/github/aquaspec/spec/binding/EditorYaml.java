package io.github.aquaspec.spec.binding;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** YAML as an editor takes it before it looks at a schema: YAML 1.2 in JSON's terms, so {@code 1.10} is a number. */
public final class EditorYaml {

    private static final LoadSettings CORE =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private EditorYaml() {}

    /** The one document of a text. */
    public static JsonNode read(String text) {
        return new ObjectMapper().valueToTree(new Load(CORE).loadFromString(text));
    }
}
