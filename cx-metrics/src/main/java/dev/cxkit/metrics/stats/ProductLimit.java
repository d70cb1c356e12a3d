package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.List;

/** Counts durations that ended and durations that go on. */
record ProductLimit() implements Metric<KaplanMeier.Lasting, KaplanMeier> {

    @Override
    public String definition() {
        return "kaplan-meier";
    }

    @Override
    public Accumulator<KaplanMeier.Lasting, KaplanMeier> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<KaplanMeier.Lasting, KaplanMeier> {

        /** The keys are twice the duration, and one more where it goes on. */
        private final SortedCounts durations = new SortedCounts();

        State(ProductLimit metric) {
            super(metric);
        }

        @Override
        public void add(KaplanMeier.Lasting lasting) {
            durations.add(2 * lasting.duration() + (lasting.ended() ? 0 : 1));
        }

        @Override
        public KaplanMeier result() {
            long[] keys = durations.keys();
            long[] counts = durations.counts();
            long atRisk = 0;
            for (long count : counts) {
                atRisk += count;
            }
            List<KaplanMeier.Step> steps = new ArrayList<>();
            // Between two censored ones the factors are one quotient of whole numbers, which is rounded once.
            double survival = 1;
            double base = 1;
            long baseAtRisk = atRisk;
            for (int i = 0; i < keys.length; i++) {
                long time = keys[i] >> 1;
                long events = (keys[i] & 1) == 0 ? counts[i] : 0;
                boolean both = events > 0 && i + 1 < keys.length && keys[i + 1] >> 1 == time;
                long censored = events == 0 ? counts[i] : both ? counts[++i] : 0;
                if (events > 0) {
                    survival = base * ((double) (atRisk - events) / baseAtRisk);
                }
                steps.add(new KaplanMeier.Step(time, atRisk, events, censored, survival));
                atRisk -= events + censored;
                if (censored > 0) {
                    base = survival;
                    baseAtRisk = atRisk;
                }
            }
            return new KaplanMeier(steps);
        }

        @Override
        protected void absorb(Accumulator<KaplanMeier.Lasting, KaplanMeier> other) {
            durations.add(((State) other).durations);
        }

        @Override
        protected void write(StateOutput out) {
            durations.write(out);
        }

        @Override
        protected void read(StateInput in) {
            durations.read(in);
        }
    }
}
