package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;

/** A metric of the host: how many visits ended with a purchase. It runs per store, per week and live without a line for that. */
public record PurchaseRate() implements Metric<StoreVisit, Proportion> {

    @Override
    public String definition() {
        return "purchase rate";
    }

    @Override
    public Accumulator<StoreVisit, Proportion> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<StoreVisit, Proportion> {

        private long visits;
        private long purchases;

        State(PurchaseRate metric) {
            super(metric);
        }

        @Override
        public void add(StoreVisit visit) {
            purchases += visit.bought() ? 1 : 0;
            visits++;
        }

        @Override
        public Proportion result() {
            return Proportion.of(purchases, visits);
        }

        @Override
        protected void absorb(Accumulator<StoreVisit, Proportion> other) {
            State that = (State) other;
            visits = Math.addExact(visits, that.visits);
            purchases = Math.addExact(purchases, that.purchases);
        }

        @Override
        protected void write(StateOutput out) {
            out.count(visits);
            out.count(purchases);
        }

        @Override
        protected void read(StateInput in) {
            visits = in.count();
            purchases = in.count();
            in.check(purchases <= visits, purchases + " purchases of " + visits + " visits");
        }
    }
}
