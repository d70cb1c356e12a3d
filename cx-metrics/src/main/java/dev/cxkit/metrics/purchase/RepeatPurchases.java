package dev.cxkit.metrics.purchase;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.LongMoments;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How often customers buy, and how many of them come back. Young customers have had less time to come back than old ones; for a rate
 * that does not depend on that see {@link SecondPurchase}.
 *
 * @param withExactly how many customers have made so many purchases, from 0 on: those with none are known by refunds only
 * @param orders how many orders the purchases are made of
 * @param unmatchedRefunds refunds that could not be taken off a purchase, in the smallest unit of the currency
 * @param amounts of the purchases, in the smallest unit of the currency
 */
public record RepeatPurchases(List<Long> withExactly, long orders, long unmatchedRefunds, Moments amounts) {

    /** Copies the list. */
    public RepeatPurchases {
        withExactly = List.copyOf(withExactly);
    }

    /** Returns the metric. Memory: 8 bytes for each purchase of the customer who has most. */
    public static Metric<Purchases, RepeatPurchases> metric() {
        return new Frequencies();
    }

    /** Returns how many customers have bought at least so often. */
    public long atLeast(int purchases) {
        return withExactly.stream().skip(purchases).mapToLong(Long::longValue).sum();
    }

    /** Returns how many customers have bought. */
    public long customers() {
        return atLeast(1);
    }

    /** Returns how many purchases there are. */
    public long purchases() {
        return amounts.n();
    }

    /** Returns the repeat customer rate: of those who bought, how many bought again. */
    public Proportion repeatPurchaseRate() {
        return Proportion.of(atLeast(2), customers());
    }

    /** Returns the repeat order share: of all purchases, how many were not the first of a customer. */
    public Proportion repeatOrderShare() {
        return Proportion.of(purchases() - customers(), purchases());
    }

    /** Returns the order ladder: of those who bought at least once, twice and so on, how many bought once more. */
    public List<Proportion> ladder() {
        List<Proportion> ladder = new ArrayList<>();
        long reached = customers();
        for (int i = 1; i < withExactly.size(); i++) {
            long next = reached - withExactly.get(i);
            ladder.add(Proportion.of(next, reached));
            reached = next;
        }
        return ladder;
    }

    /** Returns the purchase frequency: purchases of a customer; empty below two customers. */
    public Optional<Estimate> frequency() {
        LongMoments moments = new LongMoments();
        for (int i = 1; i < withExactly.size(); i++) {
            moments.add(i, withExactly.get(i));
        }
        return moments.result().estimate();
    }

    /** Returns the average order value in the smallest unit of the currency; empty below two purchases. */
    public Optional<Estimate> averageOrderValue() {
        return amounts.estimate();
    }

    private record Frequencies() implements Metric<Purchases, RepeatPurchases> {

        @Override
        public String definition() {
            return "repeat purchases";
        }

        @Override
        public Accumulator<Purchases, RepeatPurchases> start() {
            return new State(this);
        }
    }

    private static final class State extends Accumulator<Purchases, RepeatPurchases> {

        private static final int MOST = 1 << 28;

        private long[] withExactly = {0};
        private long orders;
        private long leftOver;
        private LongMoments amounts = new LongMoments();

        State(Frequencies metric) {
            super(metric);
        }

        @Override
        public void add(Purchases purchases) {
            count(purchases.size(), 1);
            orders += purchases.orders();
            leftOver = Math.addExact(leftOver, purchases.unmatchedRefunds());
            for (int i = 0; i < purchases.size(); i++) {
                amounts.add(purchases.amount(i));
            }
        }

        private void count(int purchases, long customers) {
            if (purchases >= withExactly.length) {
                withExactly = Arrays.copyOf(withExactly, purchases + 1);
            }
            withExactly[purchases] += customers;
        }

        @Override
        public RepeatPurchases result() {
            return new RepeatPurchases(Arrays.stream(withExactly).boxed().toList(), orders, leftOver, amounts.result());
        }

        @Override
        protected void absorb(Accumulator<Purchases, RepeatPurchases> other) {
            State that = (State) other;
            for (int i = that.withExactly.length - 1; i >= 0; i--) {
                count(i, that.withExactly[i]);
            }
            orders += that.orders;
            leftOver = Math.addExact(leftOver, that.leftOver);
            amounts.add(that.amounts);
        }

        @Override
        protected void write(StateOutput out) {
            out.counts(withExactly);
            out.count(orders);
            out.count(leftOver);
            out.counts(amounts.state());
        }

        @Override
        protected void read(StateInput in) {
            withExactly = in.counts(MOST);
            orders = in.count();
            leftOver = in.count();
            amounts = LongMoments.ofState(in.counts(6));
        }
    }
}
