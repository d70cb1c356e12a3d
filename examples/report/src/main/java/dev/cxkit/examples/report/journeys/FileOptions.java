package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.log.LogFields;
import dev.cxkit.examples.report.options.ReportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the file tells of touchpoints: the columns of a table, or the attributes of an event log. */
final class FileOptions {

    @Option(
            names = "--journey",
            paramLabel = "COLUMN",
            description =
                    "Whose or which journey a row belongs to. In XES concept:name of the trace if not given; in OCEL the type of "
                            + "object on which the log is flattened.")
    private @Nullable String journey;

    @Option(
            names = "--at",
            paramLabel = "COLUMN",
            description =
                    "When it was: 2026-03-31 14:05:00, 2026-03-31T14:05Z, 2026-03-31T14:05:00+02:00. In XES time:timestamp if "
                            + "not given.")
    private @Nullable String at;

    @Option(
            names = "--activity",
            paramLabel = "COLUMN",
            description = "What it was. In XES an attribute or a classifier, concept:name if not given.")
    private @Nullable String activity;

    @Option(
            names = "--end",
            paramLabel = "COLUMN",
            description = "When it was over. Times from one activity to the next then count from the end of the one.")
    private @Nullable String end;

    @Option(names = "--channel", paramLabel = "COLUMN", description = "By which channel.")
    private @Nullable String channel;

    @Option(
            names = "--agent",
            paramLabel = "COLUMN",
            description = "Who served it: rework by the same and by another is told apart.")
    private @Nullable String agent;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description =
                    "The id of the touchpoint: the same one in a journey counts once, as the last row with it says. If not given each row is another one.")
    private @Nullable String id;

    @Option(
            names = "--lifecycle",
            paramLabel = "COLUMN",
            description =
                    "Where start and completion of an activity are two rows: which of them it is, start or complete. They are made "
                            + "one touchpoint with an end; other transitions are counted and excluded. In XES lifecycle:transition.")
    private @Nullable String lifecycle;

    @Option(
            names = "--instance",
            paramLabel = "COLUMN",
            description =
                    "Which completion belongs to which start; if not given, the first to the first. In XES concept:instance.")
    private @Nullable String instance;

    /** Returns the names. */
    LogFields fields(ReportOptions report) {
        if (instance != null && lifecycle == null) {
            throw report.wrong("--instance needs --lifecycle COLUMN");
        }
        if (end != null && lifecycle != null) {
            throw report.wrong("--end and --lifecycle are two ways to say when it was over; give one");
        }
        return new LogFields(journey, at, activity, end, channel, agent, id, lifecycle, instance, report.by());
    }
}
