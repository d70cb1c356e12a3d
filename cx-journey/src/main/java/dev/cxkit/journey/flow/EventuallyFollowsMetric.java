package dev.cxkit.journey.flow;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Int128s;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Counts the pairs of activities of which one occurs at any time after the other. */
record EventuallyFollowsMetric(boolean isTimed, int limit) implements Metric<Journey, EventuallyFollows> {

    private static final int MOST = 10_000_000;

    EventuallyFollowsMetric {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " of pairs is outside 1.." + MOST);
        }
    }

    @Override
    public String definition() {
        return "eventually follows(" + (isTimed ? "timed," : "") + limit + ")";
    }

    @Override
    public Accumulator<Journey, EventuallyFollows> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, EventuallyFollows> {

        private final EventuallyFollowsMetric metric;
        private final ActivityCodes codes = new ActivityCodes();
        private final ActivityPairs pairs = new ActivityPairs();
        private final OccurrenceCounts occurrences = new OccurrenceCounts();
        private final WideMoments times = new WideMoments();
        private long journeys;
        private long serial;

        /** What the journey has had so far: its different activities, how often each, and sums of times and of their squares. */
        private int[] different = {};

        private long[] counts = {};
        private long[] sums = {};
        private final Int128s squares = new Int128s(0);

        State(EventuallyFollowsMetric metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Journey journey) {
            int[] table = codes.table(journey.activityIndex());
            if (codes.size() > counts.length) {
                int size = 2 * codes.size();
                different = new int[size];
                counts = new long[size];
                sums = new long[size];
                squares.grow(size);
            }
            checkRoom(journey, table);
            serial++;
            journeys++;
            int seen = 0;
            for (int i = 0; i < journey.size(); i++) {
                int code = table[journey.activityCode(i)];
                long at = TimeBetween.CALENDAR.millis(journey, 0, i);
                for (int k = 0; k < seen; k++) {
                    count(different[k], code, at);
                }
                if (counts[code] == 0) {
                    different[seen++] = code;
                }
                counts[code]++;
                if (metric.isTimed) {
                    squares.addProduct(code, at, at);
                    sums[code] = Math.addExact(sums[code], at);
                }
            }
            for (int k = 0; k < seen; k++) {
                int code = different[k];
                counts[code] = 0;
                sums[code] = 0;
                squares.clear(code);
            }
        }

        /** Fails, before anything is counted, if the pairs of the journey are too many. */
        private void checkRoom(Journey journey, int... table) {
            long different = Math.min(journey.size(), codes.size());
            if (pairs.size() + different * different <= metric.limit) {
                return;
            }
            Set<Integer> before = new HashSet<>();
            Set<Long> fresh = new HashSet<>();
            for (int i = 0; i < journey.size(); i++) {
                int code = table[journey.activityCode(i)];
                before.forEach(from -> addFresh(fresh, from, code));
                before.add(code);
            }
        }

        private void addFresh(Set<Long> fresh, int from, int to) {
            if (!pairs.has(from, to)
                    && fresh.add((long) from << 32 | to)
                    && pairs.size() + fresh.size() > metric.limit) {
                throw new IllegalStateException("there are more than " + metric.limit
                        + " pairs of activities; give activities that belong together one name, or raise the limit");
            }
        }

        private void count(int from, int to, long at) {
            int pair = pair(from, to);
            occurrences.add(pair, counts[from], serial);
            if (metric.isTimed) {
                times.add(pair, at, counts[from], sums[from], squares, from);
            }
        }

        private int pair(int from, int to) {
            int pair = pairs.of(from, to);
            occurrences.grow(pairs.size());
            times.grow(metric.isTimed ? pairs.size() : 0);
            return pair;
        }

        @Override
        public EventuallyFollows result() {
            List<EventuallyFollows.Pair> sorted = new ArrayList<>();
            for (int pair : pairs.sorted(codes)) {
                sorted.add(new EventuallyFollows.Pair(
                        codes.name(pairs.from(pair)),
                        codes.name(pairs.to(pair)),
                        occurrences.count(pair),
                        occurrences.journeys(pair),
                        metric.isTimed ? times.result(pair) : null));
            }
            return new EventuallyFollows(journeys, sorted);
        }

        @Override
        protected void absorb(Accumulator<Journey, EventuallyFollows> other) {
            State that = (State) other;
            int[] table = codes.table(that.codes);
            Set<Long> fresh = new HashSet<>();
            for (int there = 0; there < that.pairs.size(); there++) {
                addFresh(fresh, table[that.pairs.from(there)], table[that.pairs.to(there)]);
            }
            for (int there = 0; there < that.pairs.size(); there++) {
                int pair = pair(table[that.pairs.from(there)], table[that.pairs.to(there)]);
                occurrences.sum(pair, that.occurrences.count(there), that.occurrences.journeys(there));
                if (metric.isTimed) {
                    times.add(pair, that.times, there);
                }
            }
            journeys = Math.addExact(journeys, that.journeys);
        }

        @Override
        protected void write(StateOutput out) {
            out.count(journeys);
            TreeSet<String> used = new TreeSet<>();
            for (int pair = 0; pair < pairs.size(); pair++) {
                used.add(codes.name(pairs.from(pair)));
                used.add(codes.name(pairs.to(pair)));
            }
            List<String> names = new ArrayList<>(used);
            int[] places = new int[codes.size()];
            for (int i = 0; i < names.size(); i++) {
                places[codes.code(names.get(i))] = i;
            }
            out.count(names.size());
            names.forEach(out::text);
            out.count(pairs.size());
            for (int pair : pairs.sorted(codes)) {
                out.count(places[pairs.from(pair)]);
                out.count(places[pairs.to(pair)]);
                out.count(occurrences.count(pair));
                out.count(occurrences.journeys(pair));
                if (metric.isTimed) {
                    out.counts(times.state(pair));
                }
            }
        }

        @Override
        protected void read(StateInput in) {
            journeys = in.count();
            int names = codes.read(in);
            boolean[] used = new boolean[names];
            int size = in.size(4);
            in.check(size <= metric.limit, "it has more pairs than the limit");
            for (int i = 0; i < size; i++) {
                int from = in.count(names - 1);
                int to = in.count(names - 1);
                int pair = pair(from, to);
                in.check(pair == i && pairs.isRising(i), "its pairs of activities do not rise");
                used[from] = true;
                used[to] = true;
                occurrences.read(pair, in, journeys);
                if (metric.isTimed) {
                    in.check(
                            times.set(pair, in.counts(6)) == occurrences.count(pair),
                            "a pair has other times than counts");
                }
            }
            for (boolean each : used) {
                in.check(each, "an activity is in no pair");
            }
        }
    }
}
