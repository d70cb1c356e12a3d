package dev.cxkit.journey.analysis;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts visits, moves and times of stages. */
record StageTimesMetric(Stages stages, Metric<Long, Durations> durations, Elapsed elapsed)
        implements Metric<Journey, StageTimes> {

    @Override
    public String definition() {
        return "stage times(" + stages + "," + durations.definition() + "," + elapsed + ")";
    }

    @Override
    public Accumulator<Journey, StageTimes> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, StageTimes> {

        private final StageTimesMetric metric;
        private final List<String> names;
        private final long[] visits;
        private final long[] first;
        private final long[] last;
        private final long[] deepest;
        private final long[] skipped;

        /** Journeys, those that come to a stage, and moves: forward, backward, forward over a stage. */
        private final long[] totals = new long[5];

        private final long[][] counts;

        /** Of each stage, and at the end of the time before the first. */
        private final List<Accumulator<Long, Durations>> times = new ArrayList<>();

        State(StageTimesMetric metric) {
            super(metric);
            this.metric = metric;
            this.names = metric.stages.names();
            int size = names.size();
            this.visits = new long[size];
            this.first = new long[size];
            this.last = new long[size];
            this.deepest = new long[size];
            this.skipped = new long[size];
            this.counts = new long[][] {totals, visits, first, last, deepest, skipped};
            for (int i = 0; i <= size; i++) {
                times.add(metric.durations.start());
            }
        }

        @Override
        public void add(Journey journey) {
            List<StageVisit> found = metric.stages.visits(journey);
            int end = journey.size() - 1;
            long reached = passed(journey, found.isEmpty() ? end : found.get(0).from());
            times.get(names.size()).add(reached);
            totals[0]++;
            if (found.isEmpty()) {
                return;
            }
            totals[1]++;
            first[found.get(0).stage()]++;
            last[found.get(found.size() - 1).stage()]++;
            deepest[Stages.deepest(found)]++;
            long[] millis = new long[names.size()];
            Arrays.fill(millis, -1);
            int before = -1;
            for (StageVisit visit : found) {
                int stage = visit.stage();
                long left = passed(journey, Math.min(visit.to(), end));
                millis[stage] = Math.max(0, millis[stage]) + left - reached;
                reached = left;
                visits[stage]++;
                if (before >= 0) {
                    move(before, stage);
                }
                before = stage;
            }
            for (int stage = 0; stage < millis.length; stage++) {
                if (millis[stage] >= 0) {
                    times.get(stage).add(millis[stage]);
                }
            }
        }

        private long passed(Journey journey, int place) {
            return place == 0 ? 0 : metric.elapsed.millis(journey, 0, place);
        }

        private void move(int from, int to) {
            totals[to > from ? 2 : 3]++;
            totals[4] += to > from + 1 ? 1 : 0;
            for (int stage = from + 1; stage < to; stage++) {
                skipped[stage]++;
            }
        }

        @Override
        public StageTimes result() {
            List<StageTimes.Stage> stages = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                stages.add(new StageTimes.Stage(
                        names.get(i),
                        visits[i],
                        first[i],
                        last[i],
                        deepest[i],
                        skipped[i],
                        times.get(i).result()));
            }
            Durations before = times.get(names.size()).result();
            return new StageTimes(totals[0], totals[1], totals[2], totals[3], totals[4], before, stages);
        }

        @Override
        protected void absorb(Accumulator<Journey, StageTimes> other) {
            State that = (State) other;
            for (int row = 0; row < counts.length; row++) {
                for (int i = 0; i < counts[row].length; i++) {
                    counts[row][i] = Math.addExact(counts[row][i], that.counts[row][i]);
                }
            }
            for (int i = 0; i < times.size(); i++) {
                times.get(i).merge(that.times.get(i));
            }
        }

        @Override
        protected void write(StateOutput out) {
            for (long[] row : counts) {
                for (long count : row) {
                    out.count(count);
                }
            }
            times.forEach(out::state);
        }

        @Override
        protected void read(StateInput in) {
            for (long[] row : counts) {
                Arrays.setAll(row, i -> in.count());
            }
            times.replaceAll(empty -> in.state(metric.durations));
        }
    }
}
