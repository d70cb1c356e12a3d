package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of expected values; each file says where its values are from. */
final class Published {

    private Published() {}

    static List<String[]> lines(String name) {
        try (var in = Published.class.getResourceAsStream("/lifetime/" + name)) {
            String text = new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String name) {
        try (var in = Published.class.getResourceAsStream("/lifetime/" + name)) {
            return new ObjectMapper().readTree(requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
