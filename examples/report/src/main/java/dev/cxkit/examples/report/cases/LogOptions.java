package dev.cxkit.examples.report.cases;

import dev.cxkit.examples.report.cases.CasesRequest.Columns;
import dev.cxkit.examples.report.cases.CasesRequest.Moment;
import dev.cxkit.examples.report.options.ReportOptions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the file tells of cases: a row for each event, a row for each state, or a row for each case with its dates. */
final class LogOptions {

    @Option(names = "--case", paramLabel = "COLUMN", description = "Which case a row belongs to.")
    private @Nullable String id;

    @Option(
            names = "--at",
            paramLabel = "COLUMN",
            description = "When it happened: 2026-03-31 14:05:00, 2026-03-31T14:05Z, 2026-03-31T14:05:00+02:00.")
    private @Nullable String at;

    @Option(
            names = "--event",
            paramLabel = "COLUMN",
            description =
                    "What happened: opened, message, note, assigned, waiting (for the customer), waiting-third-party (for a third "
                            + "party), resumed, resolved, reopened, closed.")
    private @Nullable String event;

    @Option(names = "--state", paramLabel = "COLUMN", description = "Or which state the case came into; needs --map.")
    private @Nullable String state;

    @Option(
            names = "--map",
            paramLabel = "STATE=WAITING-ON,...",
            description = "Whom a case waits on in each state: US, CUSTOMER, THIRD_PARTY or DONE.")
    private List<String> map = List.of();

    @Option(
            names = "--date",
            paramLabel = "EVENT=COLUMN",
            description =
                    "Or, where a row is a whole case: the column that says when it was opened, resolved and so on, such as "
                            + "opened=created_at. A blank field: it did not happen. Of the same moment the options have the order. "
                            + "Without --case a case has the number of its line. May be given several times.")
    private List<String> dates = List.of();

    @Option(names = "--owner", paramLabel = "COLUMN", description = "The team or person that has the case.")
    private @Nullable String owner;

    @Option(
            names = "--actor",
            paramLabel = "COLUMN",
            description =
                    "Who did it: customer, agent (a human of ours), bot, system or partner. Messages need it. What system says "
                            + "is an acknowledgement and no answer.")
    private @Nullable String actor;

    /** Returns where the file says what. */
    Columns columns(ReportOptions report) {
        long ways = Stream.of(event != null, state != null, !dates.isEmpty())
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw report.wrong("give one of --event COLUMN, --state COLUMN and --date EVENT=COLUMN");
        }
        return new Columns(id, moments(report), owner, actor, report.by());
    }

    private List<Moment> moments(ReportOptions report) {
        if (!dates.isEmpty()) {
            if (at != null || owner != null || actor != null) {
                throw report.wrong("--date has no need of --at, and tells of no --owner and no --actor");
            }
            return dates.stream()
                    .map(text -> report.read("--date", () -> Moment.dated(text)))
                    .toList();
        }
        if (id == null || at == null) {
            throw report.wrong("--event and --state need --case COLUMN and --at COLUMN");
        }
        return List.of(Moment.told(at, event != null ? event : String.valueOf(state)));
    }

    /** Returns how the rows of a case are understood. */
    CaseLog log(ReportOptions report) {
        if ((state != null) == map.isEmpty()) {
            throw report.wrong(
                    state != null ? "--state needs --map STATE=WAITING-ON,..." : "--map needs --state COLUMN");
        }
        if (state != null) {
            return report.read("--map", () -> StateLog.of(map));
        }
        return new EventLog(dates.isEmpty());
    }
}
