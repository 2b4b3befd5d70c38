package io.github.aquaspec.emulator.http;

import io.github.aquaspec.emulator.data.Catalogue;
import io.github.aquaspec.emulator.data.Field;
import io.github.aquaspec.emulator.data.FieldType;
import io.github.aquaspec.emulator.data.Join;
import io.github.aquaspec.emulator.data.ObjectType;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.util.Locale;

/** {@code GET /v1/describe}: objects, their fields and relations, as XML (Zuora documentation, Describe API). */
final class Describe {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Catalogue catalogue;
    private final Settings settings;

    Describe(Catalogue catalogue, Settings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** Names and labels of all objects. */
    Response all() {
        StringBuilder xml = new StringBuilder(HEAD).append("<objects>\n");
        catalogue.objects().forEach(object -> object(xml, object.name(), object.name(), object.label()));
        return Response.xml(200, xml.append("</objects>\n").toString());
    }

    /** One object with its fields, and the objects that can be joined to it. */
    Response object(String name) {
        return catalogue.object(name).map(this::described).orElseGet(() -> unknown(name));
    }

    private Response described(ObjectType object) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<object href=\"").append(href(object.name())).append("\">\n");
        element(xml, "name", object.name());
        element(xml, "label", object.label());
        xml.append("<fields>\n");
        object.fields().forEach(field -> field(xml, field));
        xml.append("</fields>\n<related-objects>\n");
        for (Join join : object.joins()) {
            object(xml, catalogue.target(object, join).name(), join.name(), join.label());
        }
        return Response.xml(200, xml.append("</related-objects>\n</object>\n").toString());
    }

    private static void field(StringBuilder xml, Field field) {
        xml.append("<field>\n");
        element(xml, "name", field.name());
        element(xml, "label", field.label());
        element(xml, "selectable", "true");
        element(xml, "createable", "false");
        element(xml, "updateable", "false");
        element(xml, "filterable", "true");
        element(xml, "custom", "false");
        element(xml, "required", Boolean.toString(!field.nullable()));
        element(xml, "type", type(field.type()));
        xml.append("<contexts>");
        if (field.inZoql()) {
            xml.append("<context>soap</context>");
        }
        if (field.inExport()) {
            xml.append("<context>export</context>");
        }
        xml.append("</contexts>\n</field>\n");
    }

    /** Ids and secrets are text to Zuora. */
    private static String type(FieldType type) {
        return type == FieldType.ID || type == FieldType.SECURE
                ? "text"
                : type.name().toLowerCase(Locale.ROOT);
    }

    private static void object(StringBuilder xml, String target, String name, String label) {
        xml.append("<object href=\"").append(href(target)).append("\">\n");
        element(xml, "name", name);
        element(xml, "label", label);
        xml.append("</object>\n");
    }

    private Response unknown(String name) {
        if (settings.get(Setting.DESCRIBE_UNKNOWN).equals("404")) {
            return Errors.notFound("an object named " + name);
        }
        return Response.xml(
                200,
                HEAD + "<errors>\n<error>\n<code>INVALID_VALUE</code>\n<message>no object is named " + escaped(name)
                        + "</message>\n</error>\n</errors>\n");
    }

    private static String href(String object) {
        return "/v1/describe/" + escaped(object);
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
