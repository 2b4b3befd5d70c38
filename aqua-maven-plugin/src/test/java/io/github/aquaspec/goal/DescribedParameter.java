package io.github.aquaspec.goal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.Parameter;

/** A parameter of a goal. Its default is what the descriptor says, or what its last sentence says is one. */
record DescribedParameter(
        String name, String property, String type, Optional<String> defaultValue, String does, Optional<String> since) {

    private static final Pattern DEFAULT = Pattern.compile("(?s)(.*?) Default: (.*?)\\.?");
    private static final Map<String, String> TYPES = Map.of(
            "java.lang.String", "text",
            "java.io.File", "path",
            "boolean", "true, false",
            "int", "number",
            "java.lang.Integer", "number",
            "java.util.Map<java.lang.String, java.lang.String>", "mapping");

    static DescribedParameter of(Parameter parameter) {
        String description = Markup.markdown(parameter.getDescription());
        Matcher told = DEFAULT.matcher(description);
        boolean tells = told.matches();
        String expression = parameter.getExpression();
        return new DescribedParameter(
                parameter.getName(),
                expression == null || !expression.startsWith("${")
                        ? ""
                        : expression.substring(2, expression.length() - 1),
                Optional.ofNullable(TYPES.get(parameter.getType()))
                        .orElseThrow(() -> new AssertionError("name this type: " + parameter.getType())),
                Optional.ofNullable(parameter.getDefaultValue())
                        .map("`%s`"::formatted)
                        .or(() -> tells ? Optional.of(told.group(2)) : Optional.empty()),
                tells ? told.group(1) : description,
                Optional.ofNullable(parameter.getSince()));
    }

    String row() {
        return "| %s | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        property.isEmpty() ? "–" : "`" + property + "`",
                        name,
                        type,
                        defaultValue.orElse("–"),
                        does,
                        since.orElse("–"));
    }
}
