package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.setting.Setting;
import io.github.aquaspec.emulator.setting.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /emulator/settings}: what is set, and what else it could be. */
final class SettingControl {

    private static final String EXAMPLE = "{\"segmentRecords\": 100}";

    private final Settings settings;

    SettingControl(Settings settings) {
        this.settings = settings;
    }

    Response show() {
        ObjectNode json = ControlJson.object();
        ArrayNode list = json.putArray("settings");
        Map<String, String> values = settings.all();
        for (Setting<?> setting : Setting.all()) {
            list.addObject()
                    .put("name", setting.name())
                    .put("value", values.get(setting.name()))
                    .put("standard", String.valueOf(setting.standard()))
                    .put("values", setting.values())
                    .put("meaning", setting.meaning());
        }
        return Response.json(200, json);
    }

    /** Sets all that the body names, or none. */
    Response set(Request request) {
        Map<String, String> named = new LinkedHashMap<>();
        ControlJson.objectOf(request, EXAMPLE)
                .properties()
                .forEach(e -> named.put(e.getKey(), text(e.getKey(), e.getValue())));
        if (named.isEmpty()) {
            throw new ControlFailure(400, "nothing is to be set; write it like " + EXAMPLE);
        }
        settings.setAll(named);
        return show();
    }

    Response reset() {
        settings.reset();
        return show();
    }

    private static String text(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw new ControlFailure(400, name + " is a text, a number, true or false, not " + value);
        }
        return value.asText();
    }
}
