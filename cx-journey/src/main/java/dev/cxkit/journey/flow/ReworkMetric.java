package dev.cxkit.journey.flow;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the rework of activities. */
record ReworkMetric(String agents, Fn<? super Touchpoint, ? extends Optional<String>> agent)
        implements Metric<Journey, Rework> {

    @Override
    public String definition() {
        return Definition.of("rework", agents);
    }

    @Override
    public Accumulator<Journey, Rework> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, Rework> {

        private final Fn<? super Touchpoint, ? extends Optional<String>> agent;
        private final ActivityCodes codes = new ActivityCodes();
        private final List<ReworkCounter> counters = new ArrayList<>();

        /** The journeys by how they are reworked, and those that are not. */
        private final long[] journeys = new long[ReworkCounter.KINDS + 1];

        private int[] touched = {};

        State(ReworkMetric metric) {
            super(metric);
            this.agent = metric.agent;
        }

        @Override
        public void add(Journey journey) {
            int[] table = codes.table(journey.activityIndex());
            grow();
            int different = 0;
            for (int i = 0; i < journey.size(); i++) {
                int code = table[journey.activityCode(i)];
                String by = agent.apply(journey.touchpoint(i)).orElse(null);
                if (counters.get(code).add(i, by)) {
                    touched[different++] = code;
                }
            }
            int most = -1;
            for (int i = 0; i < different; i++) {
                most = Math.max(most, counters.get(touched[i]).end());
            }
            journeys[most < 0 ? ReworkCounter.KINDS : most]++;
        }

        private void grow() {
            while (counters.size() < codes.size()) {
                counters.add(new ReworkCounter());
            }
            if (touched.length < counters.size()) {
                touched = new int[2 * counters.size()];
            }
        }

        /** Those that occurred: activities of journeys that were only assembled with the added ones may not. */
        private int[] seen() {
            return Arrays.stream(codes.sorted())
                    .filter(code -> code < counters.size() && counters.get(code).counts[ReworkCounter.JOURNEYS] > 0)
                    .toArray();
        }

        @Override
        public Rework result() {
            ReworkCounter total = new ReworkCounter();
            Map<String, Rework.Counts> activities = new LinkedHashMap<>();
            for (int code : seen()) {
                long[] counts = counters.get(code).counts;
                total.add(counts);
                activities.put(codes.name(code), ReworkCounter.counted(counts));
            }
            System.arraycopy(journeys, 0, total.counts, ReworkCounter.REWORKED, ReworkCounter.KINDS);
            total.counts[ReworkCounter.JOURNEYS] = Arrays.stream(journeys).reduce(0, Math::addExact);
            return new Rework(ReworkCounter.counted(total.counts), activities);
        }

        @Override
        protected void absorb(Accumulator<Journey, Rework> other) {
            State that = (State) other;
            int[] table = codes.table(that.codes);
            grow();
            for (int code : that.seen()) {
                counters.get(table[code]).add(that.counters.get(code).counts);
            }
            Arrays.setAll(journeys, kind -> Math.addExact(journeys[kind], that.journeys[kind]));
        }

        @Override
        protected void write(StateOutput out) {
            for (long count : journeys) {
                out.count(count);
            }
            int[] seen = seen();
            out.count(seen.length);
            for (int code : seen) {
                out.text(codes.name(code));
                out.counts(counters.get(code).counts);
            }
        }

        @Override
        protected void read(StateInput in) {
            Arrays.setAll(journeys, kind -> in.count());
            int activities = in.size(2 + ReworkCounter.WIDTH);
            String name = null;
            for (int i = 0; i < activities; i++) {
                name = in.rising(name, in.text());
                int code = codes.code(name);
                long[] counts = in.counts(ReworkCounter.WIDTH);
                in.check(
                        counts.length == ReworkCounter.WIDTH && counts[ReworkCounter.JOURNEYS] > 0,
                        "an activity has not all its counts");
                grow();
                counters.get(code).add(counts);
            }
            result();
        }
    }
}
