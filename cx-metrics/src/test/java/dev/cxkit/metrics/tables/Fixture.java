package dev.cxkit.metrics.tables;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tables of expected values; each file names the tool and version that made it. */
public final class Fixture {

    private Fixture() {}

    public static JsonNode read(String name) {
        try (var in = Fixture.class.getResourceAsStream("/stats/" + name)) {
            return new ObjectMapper().readTree(requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Stream<JsonNode> cases(String name, String table) {
        return StreamSupport.stream(read(name).get(table).spliterator(), false);
    }

    /** A vector of one number is written as the number. */
    public static double[] doubles(JsonNode array) {
        if (array.isNumber()) {
            return new double[] {array.doubleValue()};
        }
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
