package dev.cxkit.metrics.purchase;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.lifetime.GammaGamma;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.Spend;
import dev.cxkit.metrics.lifetime.Tracking;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The purchases of one customer in order of time, up to the end of an {@link OrderLog}, which makes them.
 *
 * <ul>
 *   <li>Time is in ticks of the {@link PurchaseRule}, days as a rule; amounts are in the smallest unit of the currency.
 *   <li>There may be no purchase, where only refunds are known or all orders are later than the log; metrics count such a customer by
 *       {@link #unmatchedRefunds()} alone.
 *   <li>A metric is asked of the purchases of one log: currency, ticks and end of two logs may differ.
 * </ul>
 */
public final class Purchases implements Serializable {

    private final OrderLog log;
    private final CustomerId customer;
    private final long[] ticks;
    private final long[] amounts;
    private final long orders;
    private final long unmatchedRefunds;

    private Purchases(
            OrderLog log, CustomerId customer, long[] ticks, long[] amounts, long orders, long unmatchedRefunds) {
        this.log = log;
        this.customer = customer;
        this.ticks = ticks;
        this.amounts = amounts;
        this.orders = orders;
        this.unmatchedRefunds = unmatchedRefunds;
    }

    /**
     * Returns the purchases of one customer whose rows lie in arrays, such as {@code OrderColumns} has them. The rows are sorted in place.
     *
     * @param ticks for each row its {@linkplain PurchaseRule#tick tick}
     * @param amounts for each row its amount in the smallest unit of the currency; what is below 0 is a refund
     * @param from the first row
     * @param to the row behind the last
     */
    public static Purchases ofRows(OrderLog log, CustomerId customer, long[] ticks, long[] amounts, int from, int to) {
        OrderRows.sort(ticks, amounts, from, to);
        return ofSorted(log, customer, ticks, amounts, from, to);
    }

    /** Merges rows that are in the order of time; what is below 0 is a refund. */
    static Purchases ofSorted(OrderLog log, CustomerId customer, long[] ticks, long[] amounts, int from, int to) {
        boolean merges = log.purchaseRule().cadence() != null;
        long[] mergedTicks = new long[to - from];
        long[] merged = new long[to - from];
        int size = 0;
        long orders = 0;
        long unmatchedRefunds = 0;
        int row = from;
        while (row < to) {
            long tick = ticks[row];
            long sum = 0;
            int before = (int) orders;
            do {
                sum = Math.addExact(sum, amounts[row]);
                orders += amounts[row] >= 0 ? 1 : 0;
                row++;
            } while (merges && row < to && ticks[row] == tick);
            if (orders > before) {
                mergedTicks[size] = tick;
                merged[size++] = Math.max(0, sum);
            }
            unmatchedRefunds = Math.subtractExact(unmatchedRefunds, Math.min(0, sum));
        }
        return new Purchases(
                log,
                customer,
                size == merged.length ? mergedTicks : Arrays.copyOf(mergedTicks, size),
                size == merged.length ? merged : Arrays.copyOf(merged, size),
                orders,
                unmatchedRefunds);
    }

    /** Returns the log that they are of: its currency, purchase rule and end. */
    public OrderLog log() {
        return log;
    }

    /** Returns the customer. */
    public CustomerId customer() {
        return customer;
    }

    /** Returns the number of purchases. */
    public int size() {
        return ticks.length;
    }

    /** Returns the number of orders that the purchases are made of. */
    public long orders() {
        return orders;
    }

    /** Returns the amount of refunds that could not be taken off a purchase, at least 0. */
    public long unmatchedRefunds() {
        return unmatchedRefunds;
    }

    /** Returns the tick of a purchase; of days the number of days since 1970-01-01. */
    public long tick(int purchase) {
        return ticks[purchase];
    }

    /** Returns the instant of a purchase: the start of its tick. */
    public Instant at(int purchase) {
        return Instant.ofEpochSecond(second(purchase));
    }

    long second(int purchase) {
        return log.purchaseRule().second(ticks[purchase]);
    }

    /** Returns the amount of a purchase less its refunds, at least 0. */
    public long amount(int purchase) {
        return amounts[purchase];
    }

    /** Returns the sum of the amounts of all purchases. */
    public long revenue() {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /** Returns the last tick of the log: the last day, or for {@link PurchaseRule#RAW} the end itself. */
    public long lastTick() {
        return log.purchaseRule().lastTick(log.to());
    }

    /**
     * Returns the ticks from the last purchase to the last tick of the log, which is the recency of RFM; there must be a purchase. The
     * recency t_x of the lifetime models is another: see {@link #recencyFrequency}.
     */
    public long sinceLastPurchase() {
        return lastTick() - ticks[ticks.length - 1];
    }

    /** Returns age: the ticks from the first purchase to the last tick of the log; there must be a purchase. */
    public long age() {
        return lastTick() - ticks[0];
    }

    /**
     * Returns x (frequency), t_x (recency) and T (age) for the lifetime models; there must be a purchase. Here t_x is the time from the
     * first purchase to the last, as the literature has it.
     *
     * @param unit the unit of the model, above 0, such as 7 days; a month is a twelfth of 365.2425 days
     * @throws IllegalArgumentException if that is not above 0, or if two purchases that are not merged lie in one
     *     second, of which the models know none
     */
    public RecencyFrequency recencyFrequency(Duration unit) {
        return recencyFrequency(ticks.length, lastTick(), log.purchaseRule().ticksPer(unit));
    }

    private RecencyFrequency recencyFrequency(int seen, long lastTick, double ticksPerUnit) {
        return new RecencyFrequency(
                seen - 1L, (ticks[seen - 1] - ticks[0]) / ticksPerUnit, (lastTick - ticks[0]) / ticksPerUnit);
    }

    /**
     * Returns what the customer has spent on repeat purchases, in the smallest unit of the currency, for {@link GammaGamma}: the first one
     * often differs. {@link Spend#NONE} without a repeat.
     */
    public Spend spend() {
        int repeats = Math.max(0, ticks.length - 1);
        return repeats == 0 ? Spend.NONE : new Spend(repeats, (double) (revenue() - amounts[0]) / repeats);
    }

    /**
     * Returns the customer as a model saw them at the end of a calibration period, with the number of purchases after it, for {@link
     * Holdout}; empty for one who had not bought by then.
     *
     * @param calibrationEnd the end of the calibration period, exclusive; a tick that it cuts belongs to the period
     * @param unit the unit of the model, above 0
     * @throws IllegalArgumentException as {@link #recencyFrequency} does
     */
    public Optional<Holdout.Outcome> outcome(Instant calibrationEnd, Duration unit) {
        double ticksPerUnit = log.purchaseRule().ticksPer(unit);
        long lastTick = log.purchaseRule().lastTick(calibrationEnd);
        int seen = (int) Arrays.stream(ticks).filter(tick -> tick <= lastTick).count();
        return seen == 0
                ? Optional.empty()
                : Optional.of(new Holdout.Outcome(
                        recencyFrequency(seen, lastTick, ticksPerUnit), (long) ticks.length - seen));
    }

    /**
     * Returns the times of the purchases since a beginning that is the same for all customers, for {@link Tracking}; empty without a
     * purchase.
     *
     * @param from the beginning; no purchase may be before its tick
     * @param unit the unit of the model, above 0
     * @throws IllegalArgumentException if a purchase is before it
     */
    public Optional<Tracking.History> history(Instant from, Duration unit) {
        double ticksPerUnit = log.purchaseRule().ticksPer(unit);
        long start = log.purchaseRule().tick(from.getEpochSecond());
        List<Double> times = Arrays.stream(ticks)
                .mapToObj(tick -> (tick - start) / ticksPerUnit)
                .toList();
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tracking.History(times.get(0), times.subList(1, times.size())));
    }

    long ticks(TemporalAmount length) {
        return log.purchaseRule().ticks(length);
    }

    /** The first tick that the log does not see in full. */
    long endTick() {
        return log.purchaseRule().endTick(log.to());
    }

    /** Whether a window of ticks after a purchase is complete, its last tick too: then a purchase in it would have been seen. */
    boolean isComplete(long window, int purchase) {
        return endTick() - ticks[purchase] > window;
    }

    /** The survival times from each of the first purchases to the next; right-censored at the end of the log where there is no next. */
    List<SurvivalTime> survivalTimes(int count) {
        List<SurvivalTime> times = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean event = i + 1 < ticks.length;
            times.add(new SurvivalTime(event ? gap(i + 1) : sinceLastPurchase(), event));
        }
        return times;
    }

    /** Returns the ticks from the purchase before to this one; purchase 1 is the first that has one before. */
    public long gap(int purchase) {
        return ticks[purchase] - ticks[purchase - 1];
    }

    /** Returns the complete gaps between purchases, one fewer than purchases; the time since the last purchase is not among them. */
    public long[] gaps() {
        long[] gaps = new long[Math.max(0, ticks.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = gap(i + 1);
        }
        return gaps;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Purchases that
                && log.equals(that.log)
                && customer.equals(that.customer)
                && Arrays.equals(ticks, that.ticks)
                && Arrays.equals(amounts, that.amounts)
                && orders == that.orders
                && unmatchedRefunds == that.unmatchedRefunds;
    }

    @Override
    public int hashCode() {
        return 31 * customer.hashCode() + Arrays.hashCode(ticks);
    }

    /** Returns the counts of purchases and orders; nothing of the customer. */
    @Override
    public String toString() {
        return "Purchases[" + ticks.length + " of " + orders + " orders]";
    }
}
