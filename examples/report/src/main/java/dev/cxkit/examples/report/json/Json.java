package dev.cxkit.examples.report.json;

import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.metrics.stats.Estimate;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and makes JSON: the same text on every machine, numbers not rounded. A number that is not known is absent, never 0 or null. */
public final class Json {

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES))
            .build();

    private static final int MOST_REJECTED = 100;

    private Json() {}

    /** Returns the mapper, which refuses an object that has a field twice. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Returns an empty object; its properties keep the order in which they are put. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns an empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Puts the value of an estimate under this name, and its interval, if it has one, as {@code low} and {@code high}. */
    public static ObjectNode put(ObjectNode object, String name, Estimate estimate) {
        object.put(name, estimate.value());
        estimate.interval().ifPresent(of -> object.put("low", of.low()).put("high", of.high()));
        return object;
    }

    /** Puts the first groups, under {@code refusals}. */
    public static void putRejectedGroups(ObjectNode document, List<RejectedGroup> groups) {
        ArrayNode array = document.putArray("refusals");
        for (RejectedGroup rejected : groups.subList(0, Math.min(MOST_REJECTED, groups.size()))) {
            ObjectNode object = array.addObject().put("row", rejected.line());
            if (rejected.id() != null) {
                object.put(rejected.kind(), rejected.id());
            }
            object.put("rows", rejected.rows()).put("reason", rejected.reason());
        }
    }

    /** Returns an object with these counts. */
    public static ObjectNode counts(Map<String, Long> counts) {
        ObjectNode object = object();
        counts.forEach(object::put);
        return object;
    }

    /** Returns the text of a document, indented, with a line break at its end. */
    public static String text(Object document) {
        return MAPPER.writeValueAsString(document) + "\n";
    }
}
