package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** Tables that R and SciPy made; each names its maker in the field {@code tool}. */
final class Fixture {

    private Fixture() {}

    static JsonNode read(String name) {
        try (InputStream in = requireNonNull(Fixture.class.getResourceAsStream("/stats/" + name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
