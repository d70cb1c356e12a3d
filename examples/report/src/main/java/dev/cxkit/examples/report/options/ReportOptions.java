package dev.cxkit.examples.report.options;

import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** What every report is asked for: segments, a time zone, and where the results go. A command has it as a {@code @Mixin}. */
public final class ReportOptions extends TimeOptions {

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Segments: the results also by the values of this column. May be given several times.")
    private List<String> by = List.of();

    /** Returns the columns of segments, each once. */
    public List<String> by() {
        return List.copyOf(new LinkedHashSet<>(by));
    }
}
