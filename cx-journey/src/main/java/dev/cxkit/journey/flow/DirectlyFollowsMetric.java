package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts activities and pairs of activities, and measures the pairs if asked. */
record DirectlyFollowsMetric(@Nullable Metric<Long, Durations> durations, TimeBetween elapsed)
        implements Metric<Journey, DirectlyFollows> {

    @Override
    public String definition() {
        return durations == null
                ? Definition.of("directly follows", "counts", TieOrder.SEQUENCE)
                : Definition.of("directly follows", durations, elapsed.name(), TieOrder.SEQUENCE);
    }

    @Override
    public Accumulator<Journey, DirectlyFollows> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, DirectlyFollows> {

        private final DirectlyFollowsMetric metric;
        private final ActivityCodes codes = new ActivityCodes();
        private final ActivityPairs edges = new ActivityPairs();
        private final OccurrenceCounts ofActivities = new OccurrenceCounts();
        private final OccurrenceCounts ofEdges = new OccurrenceCounts();
        private final List<Accumulator<Long, Durations>> times = new ArrayList<>();
        private long[] starts = new long[16];
        private long[] ends = new long[16];
        private long journeys;

        /** Counts all that were added here, so that a journey is told apart from those before. */
        private long serial;

        State(DirectlyFollowsMetric metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Journey journey) {
            int[] table = codes.table(journey.activityIndex());
            grow();
            serial++;
            int size = journey.size();
            int before = -1;
            for (int i = 0; i < size; i++) {
                int code = table[journey.activityCode(i)];
                ofActivities.add(code, 1, serial);
                if (before >= 0) {
                    int edge = edges.of(before, code);
                    ofEdges.grow(edges.size());
                    ofEdges.add(edge, 1, serial);
                    if (metric.durations != null) {
                        times(edge).add(metric.elapsed.millis(journey, i - 1, i));
                    }
                }
                before = code;
            }
            starts[table[journey.activityCode(0)]]++;
            ends[before]++;
            journeys++;
        }

        private void grow() {
            int size = codes.size();
            ofActivities.grow(size);
            if (size > starts.length) {
                int more = Math.max(size, 2 * starts.length);
                starts = Arrays.copyOf(starts, more);
                ends = Arrays.copyOf(ends, more);
            }
        }

        private Accumulator<Long, Durations> times(int edge) {
            while (times.size() <= edge) {
                times.add(requireNonNull(metric.durations, "durations").start());
            }
            return times.get(edge);
        }

        @Override
        public DirectlyFollows result() {
            Map<String, DirectlyFollows.Activity> activities = new TreeMap<>();
            for (int code : seenActivities()) {
                activities.put(
                        codes.name(code),
                        new DirectlyFollows.Activity(
                                ofActivities.count(code), ofActivities.journeys(code), starts[code], ends[code]));
            }
            List<DirectlyFollows.Edge> sorted = new ArrayList<>();
            for (int edge : edges.sorted(codes)) {
                sorted.add(new DirectlyFollows.Edge(
                        codes.name(edges.from(edge)),
                        codes.name(edges.to(edge)),
                        ofEdges.count(edge),
                        ofEdges.journeys(edge),
                        metric.durations == null ? null : times(edge).result()));
            }
            return new DirectlyFollows(journeys, activities, sorted);
        }

        /** Those that occurred: activities of journeys that were only assembled with the added ones may not. */
        private int[] seenActivities() {
            return Arrays.stream(codes.sorted())
                    .filter(code -> ofActivities.count(code) > 0)
                    .toArray();
        }

        @Override
        protected void absorb(Accumulator<Journey, DirectlyFollows> other) {
            State that = (State) other;
            int[] table = codes.table(that.codes);
            grow();
            for (int code : that.seenActivities()) {
                add(
                        table[code],
                        that.ofActivities.count(code),
                        that.ofActivities.journeys(code),
                        that.starts[code],
                        that.ends[code]);
            }
            for (int edge = 0; edge < that.edges.size(); edge++) {
                int mine = edges.of(table[that.edges.from(edge)], table[that.edges.to(edge)]);
                ofEdges.sum(mine, that.ofEdges.count(edge), that.ofEdges.journeys(edge));
                if (metric.durations != null) {
                    times(mine).merge(that.times(edge));
                }
            }
            journeys = Math.addExact(journeys, that.journeys);
        }

        private void add(int code, long count, long inJourneys, long started, long ended) {
            ofActivities.sum(code, count, inJourneys);
            starts[code] = Math.addExact(starts[code], started);
            ends[code] = Math.addExact(ends[code], ended);
        }

        @Override
        protected void write(StateOutput out) {
            out.count(journeys);
            int[] activities = seenActivities();
            int[] places = new int[codes.size()];
            out.count(activities.length);
            for (int i = 0; i < activities.length; i++) {
                int code = activities[i];
                places[code] = i;
                out.text(codes.name(code));
                out.count(ofActivities.count(code));
                out.count(ofActivities.journeys(code));
                out.count(starts[code]);
                out.count(ends[code]);
            }
            out.count(edges.size());
            for (int edge : edges.sorted(codes)) {
                out.count(places[edges.from(edge)]);
                out.count(places[edges.to(edge)]);
                out.count(ofEdges.count(edge));
                out.count(ofEdges.journeys(edge));
                if (metric.durations != null) {
                    out.state(times(edge));
                }
            }
        }

        @Override
        protected void read(StateInput in) {
            journeys = in.count();
            int activities = in.size(6);
            String name = null;
            for (int i = 0; i < activities; i++) {
                name = in.rising(name, in.text());
                codes.code(name);
                grow();
                ofActivities.read(i, in, journeys);
                starts[i] = in.count();
                ends[i] = in.count();
                in.check(
                        starts[i] <= ofActivities.journeys(i) && ends[i] <= ofActivities.journeys(i),
                        "more begin or end than are there");
            }
            in.check(Arrays.stream(starts).reduce(0, Math::addExact) == journeys, "not each journey begins once");
            in.check(Arrays.stream(ends).reduce(0, Math::addExact) == journeys, "not each journey ends once");
            int count = in.size(4);
            for (int i = 0; i < count; i++) {
                int edge = edges.of(in.count(activities - 1), in.count(activities - 1));
                in.check(edge == i && edges.isRising(i), "its pairs of activities do not rise");
                ofEdges.read(edge, in, journeys);
                if (metric.durations != null) {
                    times.add(in.state(metric.durations));
                }
            }
        }
    }
}
