package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.time.Cadence;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a customer form one purchase, and the unit (tick) in which time between purchases is counted.
 *
 * <ul>
 *   <li>By a cadence: all orders of one period, such as a day, are one purchase, and ticks are those periods. Days are the usual choice: who
 *       orders twice on one day bought once.
 *   <li>{@link #RAW}: each order is a purchase, also two in one second, and ticks are seconds.
 * </ul>
 *
 * @param cadence the days or other periods of which each holds one purchase at most, and which are the ticks; null for {@link #RAW}
 */
public record PurchaseRule(@Nullable Cadence cadence) implements Serializable {

    /** Each order is a purchase of its own; the ticks are seconds. */
    public static final PurchaseRule RAW = new PurchaseRule(null);

    /** Returns the rule by which the orders of one day in the zone are one purchase; the ticks are days. */
    public static PurchaseRule perDay(ZoneId zone) {
        return new PurchaseRule(Cadence.daily(zone));
    }

    /** Returns the rule by which the orders of one period are one purchase; the ticks are those periods. */
    public static PurchaseRule per(Cadence cadence) {
        return new PurchaseRule(requireNonNull(cadence, "cadence"));
    }

    /** Returns the number of the tick that contains the second since 1970: of the day, the period, or the second itself. */
    public long tick(long epochSecond) {
        return cadence == null ? epochSecond : cadence.index(epochSecond);
    }

    /**
     * Returns how many whole ticks a length of time has, which is what a window or a limit is counted in: 90 days are 90 ticks of days,
     * 7,776,000 of {@link #RAW} and 12 of weeks. Days are days of the calendar where ticks are days or weeks, and 24 hours elsewhere.
     *
     * @param length a {@link Duration} or a {@link Period}; where ticks are months, quarters or years a {@code Period} of months
     * @throws IllegalArgumentException if it is shorter than a tick, or has no whole number of ticks at all: a month in days, a day in months
     */
    public long ticks(TemporalAmount length) {
        TemporalAmount tick = tickLength();
        boolean months = months(tick) > 0;
        boolean fits =
                months ? length instanceof Period period && period.equals(period.withDays(0)) : months(length) == 0;
        long ticks = !fits ? 0 : months ? months(length) / months(tick) : seconds(length) / seconds(tick);
        Require.that(ticks >= 1, () -> length + " has no whole number of ticks, " + this + ", above 0");
        return ticks;
    }

    /** How long so many ticks are. */
    TemporalAmount length(int ticks) {
        TemporalAmount tick = tickLength();
        return tick instanceof Period period ? period.multipliedBy(ticks) : ((Duration) tick).multipliedBy(ticks);
    }

    /** Refuses what is neither a {@link Duration} nor a {@link Period}, and what is not above 0. */
    static TemporalAmount positive(String name, TemporalAmount length) {
        boolean positive = requireNonNull(length, name) instanceof Period period
                ? !period.isZero() && !period.isNegative()
                : length instanceof Duration time && time.compareTo(Duration.ZERO) > 0;
        Require.that(positive, () -> name + " " + length + " is no Duration or Period above 0");
        return length;
    }

    /** How many ticks a unit of time has, as a number; a month is a twelfth of 365.2425 days. */
    double ticksPer(Duration unit) {
        Require.that(unit.compareTo(Duration.ZERO) > 0, () -> "unit " + unit + " is not above 0");
        TemporalAmount tick = tickLength();
        double seconds = months(tick) > 0
                ? months(tick) * (double) ChronoUnit.MONTHS.getDuration().toSeconds()
                : seconds(tick);
        return (unit.getSeconds() + unit.getNano() / 1e9) / seconds;
    }

    private TemporalAmount tickLength() {
        return cadence == null
                ? Duration.ofSeconds(1)
                : cadence.length()
                        .orElseThrow(() -> new IllegalArgumentException(
                                cadence.cut() + " have no length that time could be counted in"));
    }

    private static long months(TemporalAmount length) {
        return length instanceof Period period ? period.toTotalMonths() : 0;
    }

    @SuppressWarnings("JavaPeriodGetDays") // without months
    private static long seconds(TemporalAmount length) {
        return length instanceof Period period
                ? Duration.ofDays(period.getDays()).toSeconds()
                : ((Duration) length).toSeconds();
    }

    /** The first second of a tick. */
    long second(long tick) {
        return cadence == null ? tick : cadence.firstSecond((int) tick);
    }

    /** The last tick of a log that ends before the instant: of days the last one, in seconds the end itself. */
    long lastTick(Instant to) {
        return cadence == null ? to.getEpochSecond() : cadence.index(to.getEpochSecond() - 1);
    }

    /** The first tick that a log that ends before the instant does not see in full: of days that of the instant. */
    long endTick(Instant to) {
        return tick(to.getEpochSecond());
    }

    /** Returns {@code raw} or for instance {@code days in Z}. */
    @Override
    public String toString() {
        return cadence == null ? "raw" : cadence.toString();
    }
}
