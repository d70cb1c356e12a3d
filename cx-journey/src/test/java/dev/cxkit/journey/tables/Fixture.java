package dev.cxkit.journey.tables;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tables of expected values. */
public final class Fixture {

    private Fixture() {}

    public static JsonNode read(String name) {
        try (var in = Fixture.class.getResourceAsStream("/journey/" + name)) {
            return new ObjectMapper().readTree(requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
