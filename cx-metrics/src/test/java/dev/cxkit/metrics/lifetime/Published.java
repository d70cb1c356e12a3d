package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tables of expected values; each file says where its values are from. */
final class Published {

    private Published() {}

    static JsonNode read(String name) {
        try (var in = Published.class.getResourceAsStream("/lifetime/" + name)) {
            return new ObjectMapper().readTree(requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
