package dev.cxkit.examples.report.cases;

import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.examples.report.options.ReportOptions;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long cases take, whom they wait on, and whether SLA targets are met. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How long cases take, whom they wait on, how often they are reopened and whether SLA targets are met, from a log of events "
                    + "or of states, or from a list of cases with their dates.",
            "A file is a table under a header, with rows in any order; those of one time keep theirs. A case is in the segments "
                    + "of its last row. A case with a row that cannot be understood, or with events that cannot follow each other, is rejected "
                    + "whole: it is named with the reason, and its rows are counted."
        },
        footer = {"", "Exit code: 0, or 2 for wrong usage or input."})
public final class CasesCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "The log, or the list.")
    private Path file = Path.of("");

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private HoursOptions hours = new HoursOptions();

    @Option(
            names = "--sla",
            paramLabel = "NAME=TIME",
            description =
                    "An SLA target, such as resolution=8h; also first-response and next-response, where there are messages. "
                            + "The time in which a case waits on the customer does not count towards a resolution. May be given several times.")
    private List<String> targets = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Look at the cases as they stood then; the latest event of the file if not given.")
    private @Nullable String asOf;

    @Option(
            names = "--explain",
            paramLabel = "CASE",
            description = "Also show whom this case waited on when, and what its SLA clocks counted.")
    private @Nullable String explain;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Override
    public void run() {
        CasesRequest request = request();
        CaseFile cases;
        try (Table table = Table.open(file, String.valueOf(file.getFileName()))) {
            cases = CasesReader.read(table, request);
        }
        CasesReport report = CasesReport.of(request, cases);
        Explanation explanation = explain == null ? null : Explanation.of(explain, report);
        options.write(() -> report, () -> CasesPage.of(report, explanation));
        CasesText.print(report, options.out());
        if (explanation != null) {
            explanation.print(options.out());
        }
    }

    private CasesRequest request() {
        CasesRequest.Columns columns = log.columns(options);
        CaseLog rows = log.log(options);
        Times times = Times.in(options.zone());
        String until = asOf;
        return new CasesRequest(
                columns,
                rows,
                times,
                hours.schedule(options),
                targets(rows.messages()),
                until == null ? null : options.read("--as-of", () -> times.read(until)));
    }

    private List<SlaTarget> targets(boolean messages) {
        Map<String, SlaTarget> read = new LinkedHashMap<>();
        for (String text : targets) {
            SlaTarget target = options.read("--sla", () -> SlaTargetText.read(text, messages));
            if (read.put(target.name(), target) != null) {
                throw options.wrong("--sla: " + target.name() + " is there twice");
            }
        }
        return List.copyOf(read.values());
    }
}
