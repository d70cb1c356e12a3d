package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.journeys.JourneysRequest.Periods;
import dev.cxkit.examples.report.log.LogFields;
import dev.cxkit.examples.report.log.Logs;
import dev.cxkit.examples.report.log.OcelOutput;
import dev.cxkit.examples.report.log.TouchpointLog;
import dev.cxkit.examples.report.log.XesOutput;
import dev.cxkit.examples.report.options.ReportOptions;
import dev.cxkit.examples.report.options.TimeOptions;
import dev.cxkit.examples.report.rows.Times;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Process mining of journeys. */
@Command(
        name = "journeys",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Process mining of journeys: the directly-follows graph with times, the most frequent variants, rework, funnels, "
                    + "attribution, cohort retention, and conformance to the designed map.",
            "A file is a table with a row for each touchpoint, in any order; those of one instant keep theirs. Or an event log: XES "
                    + "(.xes) or OCEL 2.0 (.json, .jsonocel). Any may be packed (.gz). A row that cannot be understood is rejected: it is "
                    + "named with the reason and counted. A journey is in the segments of its first touchpoint."
        },
        footer = {"", "Exit code: 0, or 2 for wrong usage or input."})
public final class JourneysCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "The table or the event log.")
    private Path file = Path.of("");

    @Mixin
    private FileOptions rows = new FileOptions();

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<FunnelOptions> funnels = new ArrayList<>();

    @Option(
            names = "--attribution",
            paramLabel = "GOAL",
            description =
                    "Attribution of the conversions to this activity: removal effects in a Markov chain of the activities in the "
                            + "30 days before it.")
    private @Nullable String goal;

    @Option(
            names = "--retention",
            paramLabel = TimeOptions.UNITS,
            description =
                    "Cohort retention: the journeys that return in later periods, by the period of the first touchpoint.")
    private @Nullable String retention;

    @Option(
            names = "--map",
            paramLabel = "MAP.json",
            description = "The journey as it was designed, to check conformance with.")
    private @Nullable Path map;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "Until when the journeys were observed: what comes later is counted and not looked at. The newest touchpoint "
                            + "of the file if not given.")
    private @Nullable String asOf;

    @Option(names = "--write-xes", paramLabel = "OUT", description = "Write the journeys to this file as XES.")
    private @Nullable Path xes;

    @Option(
            names = "--write-ocel",
            paramLabel = "OUT",
            description = "Write the journeys to this file as OCEL 2.0 (JSON).")
    private @Nullable Path ocel;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Override
    public void run() {
        JourneysRequest request = request();
        TouchpointLog log = Logs.read(file, request.fields(), request.times());
        JourneyFile journeys = JourneyFile.of(log, request);
        JourneysReport report = JourneysReport.of(request, journeys);
        if (xes != null) {
            XesOutput.write(xes, journeys.journeys(), request.fields());
        }
        if (ocel != null) {
            OcelOutput.write(ocel, journeys.journeys(), request.fields());
        }
        options.write(() -> report, () -> JourneysPage.of(report));
        JourneysText.print(report, options.out());
    }

    private JourneysRequest request() {
        LogFields fields = rows.fields(options);
        Times times = Times.in(options.zone());
        String until = asOf;
        return new JourneysRequest(
                fields,
                times,
                funnels.stream()
                        .map(funnel -> options.read("--funnel", funnel::request))
                        .toList(),
                goal,
                retention == null ? null : new Periods(retention, options.cadence("--retention", retention)),
                map == null ? null : MapFile.read(map),
                until == null ? null : options.read("--as-of", () -> times.read(until)));
    }
}
