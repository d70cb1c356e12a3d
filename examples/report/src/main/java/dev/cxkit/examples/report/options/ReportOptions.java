package dev.cxkit.examples.report.options;

import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.text.TextOutput;
import dev.cxkit.metrics.Cadence;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** What every report is asked for: segments, a time zone, and where the results go. A command has it as a {@code @Mixin}. */
public final class ReportOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

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

    @Option(names = "--json", paramLabel = "OUT", description = "Write the results to this file as JSON.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Write the results to this file as a page.")
    private @Nullable Path html;

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

    /** Writes the results to the files that were asked for; what was not asked for is not made. */
    public void write(Supplier<ObjectNode> document, Supplier<String> page) {
        if (json != null) {
            TextOutput.write(json, Json.text(document.get()));
        }
        if (html != null) {
            TextOutput.write(html, page.get());
        }
    }

    /** Returns where the command prints. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /**
     * Returns what an option stands for.
     *
     * @param reader makes it, or throws an {@link IllegalArgumentException} whose message then follows the name of the option
     */
    public <T> T read(String option, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    /** Returns the fault that ends the command with this line. */
    public ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
