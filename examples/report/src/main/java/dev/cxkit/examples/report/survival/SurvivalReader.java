package dev.cxkit.examples.report.survival;

import dev.cxkit.core.intake.Intake;
import dev.cxkit.examples.report.rows.Column;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.rows.Numbers;
import dev.cxkit.examples.report.rows.Quote;
import dev.cxkit.examples.report.rows.Row;
import dev.cxkit.examples.report.rows.Table;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes curves of the rows of a table. */
final class SurvivalReader {

    private static final String BLANK = "(blank)";
    private static final int MOST_GROUPS = 200;
    private static final int LONGEST = 40;

    /** So that group 2 comes before group 10. */
    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    name -> name.matches("[0-9]{1,18}") ? 0 : 1)
            .thenComparingLong(name -> name.matches("[0-9]{1,18}") ? Long.parseLong(name) : 0)
            .thenComparing(Comparator.naturalOrder());

    private final Table table;
    private final SurvivalRequest request;
    private final Column time;
    private final Column event;
    private final @Nullable Column group;
    private final @Nullable Column entry;
    private final @Nullable Column weight;
    private final Map<String, Accumulator<SurvivalTime, KaplanMeier>> groups = new HashMap<>();

    private SurvivalReader(Table table, SurvivalRequest request) {
        this.table = table;
        this.request = request;
        time = table.column(request.time());
        event = table.column(request.event());
        group = column(request.group());
        entry = column(request.entry());
        weight = column(request.weight());
    }

    private @Nullable Column column(@Nullable String name) {
        return name == null ? null : table.column(name);
    }

    /**
     * Returns the curves of the table.
     *
     * @throws InputException if a column is not there, or has too many groups
     */
    static SurvivalReport read(Table table, SurvivalRequest request) {
        return new SurvivalReader(table, request).read();
    }

    /** What a row says. */
    private record Understood(String group, SurvivalTime lasting) {}

    private SurvivalReport read() {
        Intake<Understood> intake = Intake.into(row -> of(row.group).add(row.lasting));
        table.forEach(row -> intake.offer(row.line(), () -> understand(row)));
        Map<String, KaplanMeier> curves = new TreeMap<>(ORDER);
        groups.forEach((name, part) -> curves.put(name, part.result()));
        return new SurvivalReport(
                request,
                table.name(),
                intake.accepted() + intake.rejected(),
                intake.rejected(),
                intake.rejectedRows(),
                curves);
    }

    private Accumulator<SurvivalTime, KaplanMeier> of(String name) {
        Accumulator<SurvivalTime, KaplanMeier> part =
                groups.computeIfAbsent(name, any -> KaplanMeier.metric().start());
        if (groups.size() > MOST_GROUPS) {
            throw new InputException(table.name() + ": column " + request.group() + " has more than " + MOST_GROUPS
                    + " values, too many for groups");
        }
        return part;
    }

    private Understood understand(Row row) {
        table.checkWidth(row);
        SurvivalTime lasting = new SurvivalTime(Numbers.notNegative("time", row.text(time)), ended(row.text(event)));
        if (entry != null && !row.text(entry).isEmpty()) {
            lasting = lasting.withDelayedEntry(Numbers.notNegative("entry", row.text(entry)));
        }
        if (weight != null) {
            lasting = lasting.withFrequency(count(row.text(weight)));
        }
        String name = group == null ? SurvivalReport.ALL : row.text(group);
        return new Understood(name.isEmpty() ? BLANK : name, lasting);
    }

    private static boolean ended(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            case "" -> throw new IllegalArgumentException("event is missing");
            default ->
                throw new IllegalArgumentException(
                        "event '" + Quote.of(text, LONGEST) + "' is none of 1, true, yes, 0, false, no");
        };
    }

    private static long count(String text) {
        double number = Numbers.weight(text);
        if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("weight " + text + " is not a whole number from 1 to 2147483647");
        }
        return (long) number;
    }
}
