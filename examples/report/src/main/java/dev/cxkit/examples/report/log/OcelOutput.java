package dev.cxkit.examples.report.log;

import dev.cxkit.examples.report.text.TextOutput;
import dev.cxkit.journey.Journey;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes journeys as an object-centric event log in OCEL 2.0 as JSON: each journey is an object of the type {@code journey}. */
public final class OcelOutput {

    private static final String TYPE = "journey";

    private final JsonGenerator json;
    private final LogFields names;

    private OcelOutput(JsonGenerator json, LogFields names) {
        this.json = json;
        this.names = names;
    }

    /**
     * Writes the file, packed by gzip if its name ends with {@code .gz}.
     *
     * @throws dev.cxkit.examples.report.rows.InputException if it cannot be written
     */
    public static void write(Path file, List<Journey> journeys, LogFields names) {
        TextOutput.write(file, out -> write(out, journeys, names));
    }

    private static void write(Writer out, List<Journey> journeys, LogFields names) {
        try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            new OcelOutput(json, names).log(journeys);
        }
    }

    private void log(List<Journey> journeys) {
        json.writeStartObject();
        json.writeArrayPropertyStart("objectTypes");
        type(TYPE, Set.of());
        json.writeEndArray();
        json.writeArrayPropertyStart("eventTypes");
        attributes(journeys).forEach(this::type);
        json.writeEndArray();
        json.writeArrayPropertyStart("objects");
        for (Journey journey : journeys) {
            json.writeStartObject();
            json.writeStringProperty("id", journey.key());
            json.writeStringProperty("type", TYPE);
            json.writeArrayPropertyStart("attributes");
            json.writeEndArray();
            json.writeArrayPropertyStart("relationships");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("events");
        long number = 0;
        for (Journey journey : journeys) {
            for (int i = 0; i < journey.size(); i++) {
                event("e" + ++number, journey, i);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private Map<String, Set<String>> attributes(List<Journey> journeys) {
        Map<String, Set<String>> attributes = new TreeMap<>();
        for (Journey journey : journeys) {
            for (int i = 0; i < journey.size(); i++) {
                attributes
                        .computeIfAbsent(journey.activity(i), step -> new TreeSet<>())
                        .addAll(known((LoggedTouchpoint) journey.touchpoint(i)).keySet());
            }
        }
        return attributes;
    }

    private Map<String, String> known(LoggedTouchpoint touch) {
        Map<String, String> known = Described.of(touch, names, "agent");
        touch.end().ifPresent(end -> known.put("end", end.toString()));
        return known;
    }

    private void type(String name, Set<String> attributes) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeArrayPropertyStart("attributes");
        for (String attribute : attributes) {
            json.writeStartObject();
            json.writeStringProperty("name", attribute);
            json.writeStringProperty("type", attribute.equals("end") ? "time" : "string");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void event(String id, Journey journey, int index) {
        LoggedTouchpoint touch = (LoggedTouchpoint) journey.touchpoint(index);
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("type", journey.activity(index));
        json.writeStringProperty("time", touch.occurredAt().toString());
        json.writeArrayPropertyStart("attributes");
        known(touch).forEach((name, value) -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("value", value);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("relationships");
        json.writeStartObject();
        json.writeStringProperty("objectId", journey.key());
        json.writeStringProperty("qualifier", TYPE);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
