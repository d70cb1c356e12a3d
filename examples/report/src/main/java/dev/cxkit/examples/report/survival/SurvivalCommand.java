package dev.cxkit.examples.report.survival;

import dev.cxkit.examples.report.options.OutputOptions;
import dev.cxkit.examples.report.rows.Numbers;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.metrics.survival.SurvivalInterval;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Survival analysis: time to an event, right-censored where it has not happened yet, and whether groups differ. */
@Command(
        name = "survival",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Time to an event, right-censored where it has not happened yet: Kaplan-Meier curves with confidence intervals, the median, the mean up to a horizon, "
                    + "and the log-rank test that groups do not differ.",
            "A file is a table with a row for each customer, subscription or case, in any order. A row that cannot be understood is "
                    + "rejected: it is named with the reason and counted."
        },
        footer = {"", "Exit code: 0, or 2 for wrong usage or input."})
public final class SurvivalCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "The table.")
    private Path file = Path.of("");

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            required = true,
            description = "How long it lasted, or has lasted so far: a number of at least 0, in any unit.")
    private String time = "";

    @Option(
            names = "--event",
            paramLabel = "COLUMN",
            required = true,
            description =
                    "Whether it ended then: 1, true or yes. Else, 0, false or no, it is right-censored at that time.")
    private String event = "";

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description = "Groups to compare; a blank field is a group of its own.")
    private @Nullable String group;

    @Option(
            names = "--entry",
            paramLabel = "COLUMN",
            description =
                    "Delayed entry (left truncation): from which time on it was observed, below the time. What ended before "
                            + "it would have been observed is then not missed.")
    private @Nullable String entry;

    @Option(
            names = "--weight",
            paramLabel = "COLUMN",
            description = "Frequency weight, how many a row stands for: a whole number of at least 1.")
    private @Nullable String weight;

    @Option(
            names = "--tau",
            paramLabel = "X",
            description =
                    "A horizon: the restricted mean, of the time until the event or until then, whichever comes first.")
    private @Nullable String tau;

    @Option(
            names = "--interval",
            paramLabel = "log|plain|log-log",
            description =
                    "How confidence intervals are made: on the logarithm (the default, as in R), plainly, or on the log cumulative hazard.")
    private String interval = "log";

    @Mixin
    private OutputOptions options = new OutputOptions();

    @Override
    public void run() {
        SurvivalRequest request =
                new SurvivalRequest(time, event, group, entry, weight, tau == null ? null : horizon(tau), limits());
        SurvivalReport report;
        try (Table table = Table.open(file, String.valueOf(file.getFileName()))) {
            report = SurvivalReader.read(table, request);
        }
        options.write(() -> report, () -> SurvivalPage.of(report));
        SurvivalText.print(report, options.out());
    }

    private double horizon(String text) {
        double horizon = options.read("--tau", () -> Numbers.notNegative("horizon", text));
        if (horizon == 0) {
            throw options.wrong("--tau: the horizon is 0; it must be above");
        }
        return horizon;
    }

    private SurvivalInterval limits() {
        return switch (interval) {
            case "log" -> SurvivalInterval.LOG;
            case "plain" -> SurvivalInterval.PLAIN;
            case "log-log" -> SurvivalInterval.LOG_LOG;
            default -> throw options.wrong("--interval: '" + interval + "' is not log, plain or log-log");
        };
    }
}
