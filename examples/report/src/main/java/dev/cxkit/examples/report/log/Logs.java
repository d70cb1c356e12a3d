package dev.cxkit.examples.report.log;

import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Times;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file in the format that its name tells; any may be packed by gzip. */
public final class Logs {

    private Logs() {}

    /**
     * Returns what the file holds: XES if its name ends with {@code .xes}, OCEL if with {@code .json} or {@code .jsonocel}, else a table.
     *
     * @throws InputException if it cannot be read
     */
    public static TouchpointLog read(Path file, LogFields names, Times times) {
        String name = String.valueOf(file.getFileName());
        String kind = name.toLowerCase(Locale.ROOT).replaceFirst("[.]gz$", "");
        if (kind.endsWith(".xes")) {
            return XesLog.read(file, name, names, times);
        } else if (kind.endsWith(".json") || kind.endsWith(".jsonocel")) {
            return OcelLog.read(file, name, names, times);
        }
        return CsvLog.read(file, name, names, times);
    }
}
