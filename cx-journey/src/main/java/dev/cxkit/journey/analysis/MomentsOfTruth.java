package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.analysis.Passing.Quality;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps whose passing well or badly goes with the largest difference in reaching the goal: P(goal | well) - P(goal | badly). The
 * answer has every step with enough support on both sides, largest difference first, whether or not it is a finding; see
 * {@link MomentOfTruth#correctedP}.
 *
 * <p>A journey counts up to its first goal. It passed a step badly if it did so once, and well if it did so at least once and never
 * badly. Journeys that may still come to the goal are left out. Memory: 4 numbers for each step.
 *
 * @param goal what journeys are for
 * @param passing how well a touchpoint went; only its {@link Passing#name} is part of the definition
 * @param screening the support and level; part of the answer only, not of what is counted
 */
public record MomentsOfTruth(JourneyGoal goal, Passing passing, Screening screening)
        implements Metric<Journey, List<MomentOfTruth>> {

    /** Checks the parts. */
    public MomentsOfTruth {
        requireNonNull(goal, "goal");
        requireNonNull(passing, "passing");
        requireNonNull(screening, "screening");
    }

    /** Returns the metric with {@link Screening#STANDARD}. */
    public static MomentsOfTruth of(JourneyGoal goal, Passing passing) {
        return new MomentsOfTruth(goal, passing, Screening.STANDARD);
    }

    @Override
    public String definition() {
        return "moments of truth(" + goal + "," + passing.name() + ")";
    }

    @Override
    public Accumulator<Journey, List<MomentOfTruth>> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, List<MomentOfTruth>> {

        private static final int NUMBERS = 4;

        private final MomentsOfTruth metric;

        /** For each step the journeys that passed it well, those of them with the goal, and the same of those that passed it badly. */
        private final TreeMap<String, long[]> counts = new TreeMap<>();

        State(MomentsOfTruth metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Journey journey) {
            JourneyGoal.Outcome outcome = metric.goal.outcome(journey);
            if (outcome == JourneyGoal.Outcome.OPEN) {
                return;
            }
            int end = metric.goal.at(journey).orElse(journey.size());
            Map<String, Quality> passed = new HashMap<>();
            for (int i = 0; i < end; i++) {
                Quality quality = metric.passing.of(journey, i);
                if (quality != Quality.UNKNOWN) {
                    passed.merge(journey.step(i), quality, (one, other) -> one == Quality.BAD ? one : other);
                }
            }
            passed.forEach((step, quality) -> {
                long[] count = counts.computeIfAbsent(step, name -> new long[NUMBERS]);
                int side = quality == Quality.GOOD ? 0 : 2;
                count[side]++;
                count[side + 1] += outcome == JourneyGoal.Outcome.REACHED ? 1 : 0;
            });
        }

        @Override
        public List<MomentOfTruth> result() {
            List<MomentOfTruth> moments = new ArrayList<>();
            counts.forEach((step, count) -> {
                if (Math.min(count[0], count[2]) >= metric.screening.support()) {
                    Proportion good = Proportion.of(count[1], count[0]);
                    Proportion bad = Proportion.of(count[3], count[2]);
                    Difference difference =
                            good.minus(bad, metric.screening.level()).orElseThrow();
                    moments.add(new MomentOfTruth(step, good, bad, difference, difference.p()));
                }
            });
            double[] corrected = metric.screening
                    .correction()
                    .adjust(moments.stream()
                            .mapToDouble(MomentOfTruth::correctedP)
                            .toArray());
            List<MomentOfTruth> result = new ArrayList<>();
            for (int i = 0; i < corrected.length; i++) {
                MomentOfTruth one = moments.get(i);
                result.add(new MomentOfTruth(one.step(), one.good(), one.bad(), one.difference(), corrected[i]));
            }
            result.sort(Comparator.comparingDouble(one -> -one.difference().value()));
            return List.copyOf(result);
        }

        @Override
        protected void absorb(Accumulator<Journey, List<MomentOfTruth>> other) {
            ((State) other).counts.forEach(this::absorb);
        }

        private void absorb(String step, long[] more) {
            long[] count = counts.computeIfAbsent(step, name -> new long[NUMBERS]);
            for (int i = 0; i < NUMBERS; i++) {
                count[i] = Math.addExact(count[i], more[i]);
            }
        }

        @Override
        protected void write(StateOutput out) {
            out.count(counts.size());
            counts.forEach((step, count) -> {
                out.text(step);
                out.counts(count);
            });
        }

        @Override
        protected void read(StateInput in) {
            int steps = in.count(Integer.MAX_VALUE);
            for (int i = 0; i < steps; i++) {
                String step = in.text();
                long[] count = in.counts(NUMBERS);
                if (count.length != NUMBERS || count[1] > count[0] || count[3] > count[2]) {
                    throw new IllegalArgumentException("state has impossible counts of step '" + step + "'");
                }
                absorb(step, count);
            }
        }
    }
}
