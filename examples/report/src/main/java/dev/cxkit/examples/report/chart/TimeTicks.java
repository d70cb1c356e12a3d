package dev.cxkit.examples.report.chart;

import dev.cxkit.journey.render.Svg;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Round times between two instants, as people count them: whole hours, days, months or years of a zone.
 *
 * @param times the times, in order
 * @param step how far they are apart
 */
public record TimeTicks(List<ZonedDateTime> times, Step step) {

    private static final double GAP = 14;

    /** Copies the times. */
    public TimeTicks {
        times = List.copyOf(times);
    }

    /** Distances of ticks. */
    public enum Step {
        MINUTE(60, "HH:mm"),
        FIVE_MINUTES(300, "HH:mm"),
        QUARTER_HOUR(900, "HH:mm"),
        HOUR(3_600, "HH:mm"),
        THREE_HOURS(10_800, "d MMM HH:mm"),
        SIX_HOURS(21_600, "d MMM HH:mm"),
        TWELVE_HOURS(43_200, "d MMM HH:mm"),
        DAY(86_400, "d MMM"),
        TWO_DAYS(172_800, "d MMM"),
        WEEK(604_800, "d MMM"),
        MONTH(2_629_746, "MMM uu"),
        QUARTER(7_889_238, "MMM uu"),
        YEAR(31_556_952, "uuuu"),
        FIVE_YEARS(157_784_760, "uuuu"),
        TWENTY_YEARS(631_139_040, "uuuu");

        private final long seconds;
        private final DateTimeFormatter format;
        private final String widest;

        Step(long seconds, String pattern) {
            this.seconds = seconds;
            this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            this.widest = format.format(LocalDate.of(2000, 12, 30).atStartOfDay());
        }

        /** Returns the first tick after the start of the day of a time. */
        private ZonedDateTime first(ZonedDateTime from) {
            LocalDate day = from.toLocalDate();
            LocalDate start = switch (this) {
                case TWO_DAYS -> LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), 2) * 2);
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
                case FIVE_YEARS -> LocalDate.of(Math.floorDiv(day.getYear(), 5) * 5, 1, 1);
                case TWENTY_YEARS -> LocalDate.of(Math.floorDiv(day.getYear(), 20) * 20, 1, 1);
                default -> day;
            };
            return start.atStartOfDay(from.getZone());
        }

        private ZonedDateTime next(ZonedDateTime first, long count) {
            return switch (this) {
                case DAY -> first.plusDays(count);
                case TWO_DAYS -> first.plusDays(2 * count);
                case WEEK -> first.plusWeeks(count);
                case MONTH -> first.plusMonths(count);
                case QUARTER -> first.plusMonths(3 * count);
                case YEAR -> first.plusYears(count);
                case FIVE_YEARS -> first.plusYears(5 * count);
                case TWENTY_YEARS -> first.plusYears(20 * count);
                default -> first.plusSeconds(seconds * count);
            };
        }
    }

    /**
     * Returns the ticks between two instants, both included: the closest ones of which there are not more than wanted.
     *
     * @param most how many are wanted, at least 2
     */
    public static TimeTicks between(Instant from, Instant to, ZoneId zone, int most) {
        return between(from, to, zone, step -> most);
    }

    private static TimeTicks between(Instant from, Instant to, ZoneId zone, ToDoubleFunction<Step> most) {
        double length = to.getEpochSecond() - from.getEpochSecond();
        Step step = Arrays.stream(Step.values())
                .filter(each -> length / each.seconds + 1 <= most.applyAsDouble(each))
                .findFirst()
                .orElse(Step.TWENTY_YEARS);
        List<ZonedDateTime> times = new ArrayList<>();
        ZonedDateTime first = step.first(from.atZone(zone));
        for (long i = 0; !step.next(first, i).toInstant().isAfter(to); i++) {
            ZonedDateTime time = step.next(first, i);
            if (!time.toInstant().isBefore(from)) {
                times.add(time);
            }
        }
        return new TimeTicks(times, step);
    }

    /** Returns the name of a tick. */
    public String label(ZonedDateTime time) {
        return step.format.format(time);
    }

    /** Draws as many as there is room for: a line down the picture at each, and its name under it. */
    static void draw(Svg svg, Axis x, ZoneId zone, double top, double bottom) {
        TimeTicks ticks = between(
                Instant.ofEpochSecond((long) x.low()),
                Instant.ofEpochSecond((long) x.high()),
                zone,
                step -> (x.to() - x.from()) / (Chart.width(step.widest) + GAP));
        for (ZonedDateTime time : ticks.times) {
            double at = x.at(time.toEpochSecond());
            String label = ticks.label(time);
            double half = Chart.width(label) / 2;
            double middle = Math.max(x.from() + half - 10, Math.min(at, x.to() - half + 10));
            svg.empty("line", "class", "grid", "x1", at, "x2", at, "y1", top, "y2", bottom);
            svg.element("text", label, "class", "soft", "text-anchor", "middle", "x", middle, "y", bottom + 19);
        }
    }
}
