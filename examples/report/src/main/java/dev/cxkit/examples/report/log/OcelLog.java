package dev.cxkit.examples.report.log;

import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.TextFile;
import dev.cxkit.examples.report.rows.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads object-centric event logs in OCEL 2.0 as JSON, flattened on one type of object: each object of the type has a journey of the events
 * that it takes part in. What that does to the counts is told (van der Aalst, "Object-centric process mining", 2019): {@code converging}
 * events take part in several journeys and are in each of them; {@code diverging} is how many times a journey has an activity several times
 * that differ in the objects of other types; events {@code withoutObject} of the type are in no journey.
 */
final class OcelLog {

    private final JsonNode log;
    private final String name;
    private final Map<String, String> types = new HashMap<>();

    /** By journey and activity: the other objects of each of the events. */
    private final Map<Place, Set<Set<String>>> others = new HashMap<>();

    private record Place(String journey, String activity) {}

    private OcelLog(JsonNode log, String name) {
        this.log = log;
        this.name = name;
    }

    /**
     * Returns what the log holds.
     *
     * @throws InputException if it cannot be read, is no OCEL, or does not tell which type of object is meant
     */
    static TouchpointLog read(Path file, String name, LogFields given, Times times) {
        JsonNode log;
        try (InputStream bytes = TextFile.bytes(file)) {
            log = Json.mapper().readTree(bytes);
        } catch (JacksonException e) {
            throw new InputException(name + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw TextFile.unreadable(name, e);
        }
        if (!log.path("events").isArray() || !log.path("objects").isArray()) {
            throw new InputException(name + " is not OCEL 2.0: it has no list of events and of objects");
        }
        return new OcelLog(log, name).read(given, times);
    }

    private TouchpointLog read(LogFields given, Times times) {
        Set<String> present = new TreeSet<>();
        log.path("objectTypes").forEach(type -> present.add(text(type, "name")));
        for (JsonNode object : log.path("objects")) {
            types.put(text(object, "id"), text(object, "type"));
            present.add(text(object, "type"));
        }
        String type = type(given, present);
        LogFields names = given.orElse(type, "time", "type");
        TouchpointIntake intake = new TouchpointIntake(names, times);
        long row = 0;
        long converging = 0;
        long without = 0;
        for (JsonNode event : log.path("events")) {
            row++;
            intake.row();
            Set<String> journeys = new LinkedHashSet<>();
            Set<String> rest = new TreeSet<>();
            for (JsonNode related : event.path("relationships")) {
                String object = text(related, "objectId");
                (type.equals(types.get(object)) ? journeys : rest).add(object);
            }
            converging += journeys.size() > 1 ? 1 : 0;
            without += journeys.isEmpty() ? 1 : 0;
            Map<String, String> fields = fields(event);
            for (String journey : journeys) {
                intake.take(row, journey, field -> fields.getOrDefault(field, ""));
                others.computeIfAbsent(new Place(journey, fields.getOrDefault("type", "")), place -> new HashSet<>())
                        .add(rest);
            }
        }
        intake.count("converging", converging);
        intake.count(
                "diverging",
                others.values().stream().filter(each -> each.size() > 1).count());
        intake.count("withoutObject", without);
        return intake.log(name, "number of the event");
    }

    private String type(LogFields given, Set<String> present) {
        String type = given.journey();
        if (type == null && present.size() == 1) {
            return present.iterator().next();
        } else if (type == null || !present.contains(type)) {
            throw new InputException(name
                    + (type == null
                            ? " needs --journey with a type of object"
                            : " has no objects of type '" + type + "'")
                    + "; it has " + String.join(", ", present));
        }
        return type;
    }

    /** An attribute does not take the place of what the standard calls so. */
    private static Map<String, String> fields(JsonNode event) {
        Map<String, String> fields = new HashMap<>();
        for (JsonNode attribute : event.path("attributes")) {
            fields.put(text(attribute, "name"), text(attribute, "value"));
        }
        for (String own : new String[] {"id", "type", "time"}) {
            fields.put(own, text(event, own));
        }
        return fields;
    }

    private static String text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
