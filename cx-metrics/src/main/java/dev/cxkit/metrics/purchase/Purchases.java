package dev.cxkit.metrics.purchase;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The purchases of one customer in the order of time, up to the end of the log. Made by an {@link OrderLog}. There may be none, where
 * only refunds are known or everything is later than the log; no metric counts such a customer but by {@link #unmatchedRefunds()}.
 *
 * <p>One question is asked of the purchases of one log: of two logs the currencies, the ticks or the ends may differ.
 *
 * <p>Time is counted in the ticks of the rule of {@link PurchaseRule}, days as a rule, and amounts are in the smallest unit of the currency.
 */
public final class Purchases implements Serializable {

    private final OrderLog log;
    private final CustomerId customer;
    private final long[] ticks;
    private final long[] amounts;
    private final long orders;
    private final long leftOver;

    private Purchases(OrderLog log, CustomerId customer, long[] ticks, long[] amounts, long orders, long leftOver) {
        this.log = log;
        this.customer = customer;
        this.ticks = ticks;
        this.amounts = amounts;
        this.orders = orders;
        this.leftOver = leftOver;
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
        long leftOver = 0;
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
            leftOver = Math.subtractExact(leftOver, Math.min(0, sum));
        }
        return new Purchases(
                log,
                customer,
                size == merged.length ? mergedTicks : Arrays.copyOf(mergedTicks, size),
                size == merged.length ? merged : Arrays.copyOf(merged, size),
                orders,
                leftOver);
    }

    /** Returns the log that they are of: the currency, the rule of merging, and its end. */
    public OrderLog log() {
        return log;
    }

    /** Returns who bought. */
    public CustomerId customer() {
        return customer;
    }

    /** Returns how many purchases there are. */
    public int size() {
        return ticks.length;
    }

    /** Returns how many orders the purchases are made of. */
    public long orders() {
        return orders;
    }

    /** Returns the refunds that could not be taken off a purchase, at least 0. */
    public long unmatchedRefunds() {
        return leftOver;
    }

    /** Returns the tick of a purchase, as the number of the day since 1970-01-01 for days. */
    public long tick(int purchase) {
        return ticks[purchase];
    }

    /** Returns when a purchase was: the begin of its tick. */
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

    /** Returns the amounts of all purchases together. */
    public long revenue() {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    /** Returns the tick up to which the log sees: the last day, or for {@link PurchaseRule#RAW} the end itself. */
    public long lastTick() {
        return log.purchaseRule().lastTick(log.to());
    }

    /** Returns how many ticks ago the last purchase was, at the end of the log; there must be one. */
    public long recency() {
        return lastTick() - ticks[ticks.length - 1];
    }

    /** Returns how many ticks the customer was seen since the first purchase; there must be one. */
    public long age() {
        return lastTick() - ticks[0];
    }

    /**
     * Returns what the lifetime models know of the customer at the end of the log; there must be a purchase.
     *
     * @param ticksPerUnit how many ticks the unit of the model has, above 0: 7 for weeks where ticks are days
     * @throws IllegalArgumentException if that is not a finite number above 0, or if two purchases that are not merged lie in one
     *     second, of which the models know none
     */
    public RecencyFrequency recencyFrequency(double ticksPerUnit) {
        if (!(ticksPerUnit > 0 && ticksPerUnit <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("ticksPerUnit " + ticksPerUnit + " is not a finite number above 0");
        }
        return new RecencyFrequency(ticks.length - 1L, (age() - recency()) / ticksPerUnit, age() / ticksPerUnit);
    }

    /** How many ticks from that of the first purchase on are over. */
    long ticksSeen() {
        return log.purchaseRule().ticksOver(log.to()) - ticks[0];
    }

    /** Whether so many ticks after a purchase are over, the last of them too: then a purchase in them would have been seen. */
    boolean areOver(long after, int purchase) {
        return log.purchaseRule().ticksOver(log.to()) - ticks[purchase] > after;
    }

    /** Returns how many ticks after the purchase before it this one was; 1 is the first that has one. */
    public long gap(int purchase) {
        return ticks[purchase] - ticks[purchase - 1];
    }

    /** Returns the gaps between purchases, one less than there are. The time since the last purchase is not among them. */
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
                && leftOver == that.leftOver;
    }

    @Override
    public int hashCode() {
        return 31 * customer.hashCode() + Arrays.hashCode(ticks);
    }

    /** Returns how many there are; nothing of the customer. */
    @Override
    public String toString() {
        return "Purchases[" + ticks.length + " of " + orders + " orders]";
    }
}
