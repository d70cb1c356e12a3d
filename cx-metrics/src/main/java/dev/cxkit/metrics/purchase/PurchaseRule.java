package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Cadence;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
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
