package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.Goal;
import dev.cxkit.core.time.Holidays;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.WeeklySchedule;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.examples.report.rows.Times;
import dev.cxkit.examples.report.text.TextOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long cases take, whose turn it is in them, and whether goals are kept. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How long cases take, whose turn it is, how often they are reopened and whether goals are kept, from a log of events "
                    + "or of states.",
            "A file is a table under a header, a row for each event or state, in any order; rows of one time keep theirs. "
                    + "A case with a row that cannot be understood, or with events that cannot follow each other, is refused "
                    + "whole: it is named with the reason, and its rows are counted."
        },
        footer = {"", "Exit code: 0, or 2 for wrong usage or input."})
public final class CasesCommand implements Runnable {

    private static final int LONGEST_REASON = 300;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Option(names = "--case", required = true, paramLabel = "COLUMN", description = "Which case a row belongs to.")
    private String id = "";

    @Option(
            names = "--at",
            required = true,
            paramLabel = "COLUMN",
            description = "When it happened: 2026-03-31 14:05:00, 2026-03-31T14:05Z, 2026-03-31T14:05:00+02:00.")
    private String at = "";

    @Option(
            names = "--event",
            paramLabel = "COLUMN",
            description =
                    "What happened: opened, message, note, assigned, waiting (for the customer), waiting-other (for a third "
                            + "party), resumed, resolved, reopened, closed.")
    private @Nullable String event;

    @Option(names = "--state", paramLabel = "COLUMN", description = "Or which state the case came into; needs --map.")
    private @Nullable String state;

    @Option(
            names = "--map",
            paramLabel = "STATE=PHASE,...",
            description = "Whose turn it is in each state: OURS, CUSTOMER, OTHER (a third party's) or DONE.")
    private List<String> map = List.of();

    @Option(names = "--owner", paramLabel = "COLUMN", description = "The team or person that has the case.")
    private @Nullable String owner;

    @Option(
            names = "--actor",
            paramLabel = "COLUMN",
            description =
                    "Who did it: customer, agent (a human of ours), bot, system or partner. Messages need it. What system says "
                            + "is an acknowledgement and no answer.")
    private @Nullable String actor;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Segments: the value in the last row of the case. May be given several times.")
    private List<String> by = List.of();

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description =
                    "Business hours such as \"mon-fri 09:00-17:00\": times are also counted in them, goals only in them.")
    private @Nullable String hours;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Time zone of the hours and of times without an offset, such as Europe/Berlin; UTC if not given.")
    private @Nullable String zone;

    @Option(
            names = "--holidays",
            paramLabel = "FILE",
            description = "Dates on which the hours are closed, one on a line, such as 2026-12-25.")
    private @Nullable Path holidays;

    @Option(
            names = "--goal",
            paramLabel = "NAME=TIME",
            description =
                    "What is to be kept, such as resolution=8h; also first-response and next-response, where there are messages. "
                            + "Of a resolution the time in which it is the customer's turn does not count. May be given several times.")
    private List<String> goals = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Look at the cases as they stood then; the latest event of the file if not given.")
    private @Nullable String asOf;

    @Option(
            names = "--explain",
            paramLabel = "CASE",
            description = "Also print the turns of this case, and what the clocks of its goals counted.")
    private @Nullable String explain;

    @Option(names = "--json", paramLabel = "OUT", description = "Write the results to this file as JSON.")
    private @Nullable Path json;

    @Override
    public void run() {
        CasesRequest request = request();
        CaseFile cases;
        try (Table table = Table.open(file, String.valueOf(file.getFileName()))) {
            cases = CasesReader.read(table, request);
        }
        CasesReport report = CasesReport.of(request, cases);
        if (json != null) {
            TextOutput.write(json, Json.text(CasesJson.of(report)));
        }
        CasesText.print(report, spec.commandLine().getOut());
        if (explain != null) {
            explain(explain, report);
        }
    }

    private void explain(String name, CasesReport report) {
        CaseFile in = report.file();
        for (CaseFile.Refused refused : in.refusals()) {
            if (name.equals(refused.id())) {
                throw new InputException(
                        in.name() + ": case " + name + " was refused: " + Quote.of(refused.reason(), LONGEST_REASON));
            }
        }
        Case found = in.cases().stream()
                .filter(each -> each.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(in.name() + " has no case " + name + " by then"));
        CaseFigures total = Objects.requireNonNull(report.total(), "total");
        Explanation.print(
                report.request(), found, total.asOf(), spec.commandLine().getOut());
    }

    private CasesRequest request() {
        ZoneId in = zone();
        Times times = Times.in(in);
        return new CasesRequest(
                new CasesRequest.Columns(id, at, what(), owner, actor, List.copyOf(new LinkedHashSet<>(by))),
                log(),
                times,
                schedule(in),
                goals(),
                asOf(times));
    }

    private String what() {
        if (event != null && state == null) {
            return event;
        } else if (state != null && event == null) {
            return state;
        }
        throw wrong("give either --event COLUMN or --state COLUMN");
    }

    private CaseLog log() {
        if ((state != null) == map.isEmpty()) {
            throw wrong(state != null ? "--state needs --map STATE=PHASE,..." : "--map needs --state COLUMN");
        }
        try {
            return state != null ? StateLog.of(map) : new EventLog();
        } catch (IllegalArgumentException e) {
            throw wrong("--map: " + e.getMessage());
        }
    }

    private List<Goal> goals() {
        Map<String, Goal> read = new LinkedHashMap<>();
        for (String text : goals) {
            try {
                Goal goal = GoalText.read(text, state == null);
                if (read.put(goal.name(), goal) != null) {
                    throw new IllegalArgumentException(goal.name() + " is there twice");
                }
            } catch (IllegalArgumentException e) {
                throw wrong("--goal: " + e.getMessage());
            }
        }
        return List.copyOf(read.values());
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            throw wrong("--zone: there is no time zone '" + zone + "'; give one such as Europe/Berlin or UTC");
        }
    }

    private @Nullable Schedule schedule(ZoneId in) {
        if (hours == null) {
            if (holidays != null) {
                throw wrong("--holidays needs --hours");
            }
            return null;
        }
        WeeklySchedule weekly;
        try {
            weekly = Schedule.weekly(in, hours);
        } catch (IllegalArgumentException e) {
            throw wrong("--hours: " + e.getMessage());
        }
        return holidays == null ? weekly : weekly.withHolidays(Holidays.of(dates(holidays)));
    }

    private static List<LocalDate> dates(Path from) {
        List<LocalDate> dates = new ArrayList<>();
        String date = "";
        try {
            for (String line : Files.readAllLines(from)) {
                date = line.strip();
                if (!date.isEmpty()) {
                    dates.add(LocalDate.parse(date));
                }
            }
        } catch (IOException e) {
            throw new InputException("cannot read holidays " + from, e);
        } catch (DateTimeException e) {
            throw new InputException("holidays " + from + ": '" + date + "' is not a date like 2026-12-25", e);
        }
        return dates;
    }

    private @Nullable Instant asOf(Times times) {
        try {
            return asOf == null ? null : times.read(asOf);
        } catch (IllegalArgumentException e) {
            throw wrong("--as-of: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
