package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.Handling;
import dev.cxkit.core.time.Period;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;

/**
 * What came into the backlog in a period and what left it. These are events: a case can come and leave more than once.
 *
 * @param opened how many cases were opened
 * @param reopened how often one was reopened
 * @param done how often one was resolved, or closed without that
 * @param merged how many went on in another case while open
 */
public record Flow(long opened, long reopened, long done, long merged) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is below 0
     */
    public Flow {
        if (opened < 0 || reopened < 0 || done < 0 || merged < 0) {
            throw new IllegalArgumentException("flow of " + opened + " opened, " + reopened + " reopened, " + done
                    + " done and " + merged + " merged has a count below 0");
        }
    }

    /** Returns the metric of what happened in the period, at its end no more. */
    public static Metric<Case, Flow> in(Period period) {
        return new Counting(requireNonNull(period, "period"));
    }

    /** Returns by how much the backlog grew: below 0 if it became smaller. */
    public long growth() {
        return opened + reopened - done - merged;
    }

    private record Counting(Period period) implements Metric<Case, Flow> {

        @Override
        public String definition() {
            return "flow(" + period.from() + "," + period.to() + ")";
        }

        @Override
        public Accumulator<Case, Flow> start() {
            return new State(this);
        }
    }

    private static final class State extends Accumulator<Case, Flow> {

        private final Period period;
        private Flow sum = new Flow(0, 0, 0, 0);

        State(Counting metric) {
            super(metric);
            this.period = metric.period;
        }

        @Override
        public void add(Case observation) {
            boolean open = false;
            for (CaseEvent event : observation.events()) {
                int counts = period.contains(event.occurredAt()) ? 1 : 0;
                if (event instanceof Handling.Opened) {
                    add(new Flow(counts, 0, 0, 0));
                    open = true;
                } else if (event instanceof Handling.Reopened) {
                    add(new Flow(0, counts, 0, 0));
                    open = true;
                } else if (open && CaseEvents.ends(event)) {
                    boolean merges = event instanceof Handling.MergedInto;
                    add(new Flow(0, 0, merges ? 0 : counts, merges ? counts : 0));
                    open = false;
                }
            }
        }

        private void add(Flow more) {
            sum = new Flow(
                    sum.opened + more.opened,
                    sum.reopened + more.reopened,
                    sum.done + more.done,
                    sum.merged + more.merged);
        }

        @Override
        public Flow result() {
            return sum;
        }

        @Override
        protected void absorb(Accumulator<Case, Flow> other) {
            add(((State) other).sum);
        }

        @Override
        protected void write(StateOutput out) {
            out.count(sum.opened);
            out.count(sum.reopened);
            out.count(sum.done);
            out.count(sum.merged);
        }

        @Override
        protected void read(StateInput in) {
            sum = new Flow(in.count(), in.count(), in.count(), in.count());
        }
    }
}
