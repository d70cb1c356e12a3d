package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.TextFile;
import dev.cxkit.journey.map.JourneyMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Reads the map of a journey. */
final class MapFile {

    private MapFile() {}

    /**
     * Returns the map.
     *
     * @throws InputException if it cannot be read or is not sound, with all its faults
     */
    static JourneyMap read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = TextFile.bytes(file)) {
            return Json.mapper().readValue(bytes, JourneyMap.class);
        } catch (JacksonException e) {
            String fault = e.getCause() == null
                    ? e.getOriginalMessage()
                    : String.valueOf(e.getCause().getMessage());
            throw new InputException(name + " is not the map of a journey: " + fault, e);
        } catch (IOException e) {
            throw TextFile.unreadable(name, e);
        }
    }
}
