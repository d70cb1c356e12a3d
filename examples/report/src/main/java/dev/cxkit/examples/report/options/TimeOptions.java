package dev.cxkit.examples.report.options;

import dev.cxkit.core.time.Cadence;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which time zone days lie, and where the results go. A command without segments has it as a {@code @Mixin}. */
public class TimeOptions extends OutputOptions {

    /** What {@link #cadence} takes. */
    public static final String UNITS = "hour|day|week|month|quarter|year";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Time zone of days, hours and times without an offset, such as Europe/Berlin; UTC if not given.")
    private @Nullable String zone;

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

    /** Returns the periods of a length that the option names, one of {@link #UNITS}. */
    public Cadence cadence(String option, String unit) {
        return switch (unit) {
            case "hour" -> Cadence.hourly(zone());
            case "day" -> Cadence.daily(zone());
            case "week" -> Cadence.weekly(zone());
            case "month" -> Cadence.monthly(zone());
            case "quarter" -> Cadence.quarterly(zone());
            case "year" -> Cadence.yearly(zone());
            default -> throw wrong(option + ": '" + unit + "' is not one of " + UNITS.replace("|", ", "));
        };
    }
}
