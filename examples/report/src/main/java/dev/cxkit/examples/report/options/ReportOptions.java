package dev.cxkit.examples.report.options;

import dev.cxkit.metrics.Cadence;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every report is asked for: segments, a time zone, and where the results go. A command has it as a {@code @Mixin}. */
public final class ReportOptions extends OutputOptions {

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Segments: the results also by the values of this column. May be given several times.")
    private List<String> by = List.of();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Time zone of days, hours and times without an offset, such as Europe/Berlin; UTC if not given.")
    private @Nullable String zone;

    /** Returns the columns of segments, each once. */
    public List<String> by() {
        return List.copyOf(new LinkedHashSet<>(by));
    }

    /** Returns whether a time zone was given. */
    public boolean hasZone() {
        return zone != null;
    }

    /** Returns the time zone. */
    public ZoneId zone() {
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            throw wrong("--zone: there is no time zone '" + zone + "'; give one such as Europe/Berlin or UTC");
        }
    }

    /** Returns the periods of a length, {@code day}, {@code week} or {@code month}, that the option names. */
    public Cadence cadence(String option, String unit) {
        return switch (unit) {
            case "day" -> Cadence.daily(zone());
            case "week" -> Cadence.weekly(zone());
            case "month" -> Cadence.monthly(zone());
            default -> throw wrong(option + ": '" + unit + "' is not day, week or month");
        };
    }
}
