package dev.cxkit.journey.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small table of paths, and what an independent program in Python (NumPy, dense inverse) made of it. */
record Tiny(PathTable table, JsonNode expected) {

    static Tiny read(String name) {
        try {
            List<PathRow> rows = new String(bytes(name + ".csv"), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> PathRow.of(
                            List.of(cells[0].split(" > ", -1)),
                            Long.parseLong(cells[1]),
                            Long.parseLong(cells[2]),
                            Long.parseLong(cells[3])))
                    .toList();
            return new Tiny(PathTable.of(rows), new ObjectMapper().readTree(bytes(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Tiny.class.getResourceAsStream("/attribution/" + name)) {
            if (in == null) {
                throw new IOException("no " + name);
            }
            return in.readAllBytes();
        }
    }
}
