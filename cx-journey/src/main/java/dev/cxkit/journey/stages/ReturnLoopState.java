package dev.cxkit.journey.stages;

import dev.cxkit.journey.Durations;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what each key did that matters to a {@link ReturnLoop}; who closed which round is known only when all are there. */
final class ReturnLoopState extends Accumulator<Journey, Rounds> {

    private static final int MILLI = 1_000_000;

    private final ReturnLoop loop;
    private final Map<String, Way> ways = new TreeMap<>();

    ReturnLoopState(ReturnLoop loop) {
        super(loop);
        this.loop = loop;
    }

    /**
     * A touchpoint that means something to a {@link ReturnLoop}.
     *
     * @param nanos when it occurred
     * @param lap the lap of its journey
     * @param index its place in its journey
     * @param flags what it means
     */
    record Turn(long nanos, int lap, int index, int flags) {

        static final int TARGET = 1;
        static final int LAST = 2;
        static final int PURCHASE = 4;
        static final int REFERRAL = 8;
        static final int ALL = 15;

        static final Comparator<Turn> ORDER = Comparator.comparingLong(Turn::nanos)
                .thenComparingInt(Turn::lap)
                .thenComparingInt(Turn::index)
                .thenComparingInt(Turn::flags);

        boolean is(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** When a journey began, and by whom it says that it was referred: a text with the key behind one letter, or an empty one. */
    private record Beginning(long nanos, int lap, String referrer) implements Comparable<Beginning> {

        private static final Comparator<Beginning> ORDER = Comparator.comparingLong(Beginning::nanos)
                .thenComparingInt(Beginning::lap)
                .thenComparing(Beginning::referrer);

        @Override
        public int compareTo(Beginning other) {
            return ORDER.compare(this, other);
        }
    }

    /** What one key did, over all its journeys. */
    private static final class Way {

        final List<Turn> turns = new ArrayList<>();
        Beginning first;

        Way(Beginning first) {
            this.first = first;
        }

        List<Turn> sorted() {
            List<Turn> sorted = new ArrayList<>(turns);
            sorted.sort(Turn.ORDER);
            return sorted;
        }
    }

    /** Returns the way of the key, which has this beginning too. */
    private Way way(String key, Beginning beginning) {
        Way way = ways.computeIfAbsent(key, any -> new Way(beginning));
        way.first = beginning.compareTo(way.first) < 0 ? beginning : way.first;
        return way;
    }

    @Override
    public void add(Journey journey) {
        String referrer = loop.referredBy().apply(journey).map(key -> "k" + key).orElse("");
        Way way = way(journey.key(), new Beginning(journey.nanos(0), journey.lap(), referrer));
        for (int i = 0; i < journey.size(); i++) {
            int flags = loop.flags(journey, i);
            if (flags != 0) {
                way.turns.add(new Turn(journey.nanos(i), journey.lap(), i, flags));
            }
        }
    }

    @Override
    public Rounds result() {
        Map<String, Set<Turn>> confirmed = new HashMap<>();
        Map<String, List<Turn>> sorted = new HashMap<>();
        ways.forEach((key, way) -> sorted.put(key, way.sorted()));
        long unconfirmed = 0;
        long referred = 0;
        long converted = 0;
        for (Map.Entry<String, Way> each : ways.entrySet()) {
            Beginning first = each.getValue().first;
            if (first.referrer.isEmpty()) {
                continue;
            }
            String by = first.referrer.substring(1);
            Turn referral = by.equals(each.getKey()) ? null : latest(sorted.getOrDefault(by, List.of()), first.nanos);
            if (referral == null) {
                unconfirmed++;
            } else {
                confirmed.computeIfAbsent(by, key -> new HashSet<>()).add(referral);
                referred++;
                converted += each.getValue().turns.stream().anyMatch(turn -> turn.is(Turn.PURCHASE)) ? 1 : 0;
            }
        }
        Walk walk = new Walk();
        ways.keySet()
                .forEach(key -> walk.go(sorted.getOrDefault(key, List.of()), confirmed.getOrDefault(key, Set.of())));
        return walk.rounds(ways.size(), referred, converted, unconfirmed);
    }

    /** The latest referral that is not after the instant. */
    private static @Nullable Turn latest(List<Turn> turns, long nanos) {
        Turn latest = null;
        for (Turn turn : turns) {
            latest = turn.is(Turn.REFERRAL) && turn.nanos() <= nanos ? turn : latest;
        }
        return latest;
    }

    /** Counts the rounds of one key after the other. */
    private static final class Walk {

        private final Accumulator<Long, Durations> times = Durations.metric().start();
        private long reached;
        private long closed;
        private long byReferral;

        void go(List<Turn> turns, Set<Turn> confirmed) {
            Turn last = null;
            for (Turn turn : turns) {
                boolean refers = confirmed.contains(turn);
                if (last == null && turn.is(Turn.LAST)) {
                    last = turn;
                    reached++;
                    if (!refers) {
                        continue;
                    }
                }
                if (last != null && (refers || turn.is(Turn.TARGET))) {
                    closed++;
                    byReferral += refers ? 1 : 0;
                    times.add((turn.nanos() - last.nanos()) / MILLI);
                    last = null;
                }
            }
        }

        Rounds rounds(long customers, long referred, long converted, long unconfirmed) {
            return new Rounds(customers, reached, closed, byReferral, times.result(), referred, converted, unconfirmed);
        }
    }

    @Override
    protected void absorb(Accumulator<Journey, Rounds> other) {
        ((ReturnLoopState) other)
                .ways.forEach((key, theirs) -> way(key, theirs.first).turns.addAll(theirs.turns));
    }

    @Override
    protected void write(StateOutput out) {
        out.count(ways.size());
        ways.forEach((key, way) -> {
            out.text(key);
            out.integer(way.first.nanos);
            out.count(way.first.lap);
            out.text(way.first.referrer);
            out.count(way.turns.size());
            way.sorted().forEach(turn -> {
                out.integer(turn.nanos());
                out.count(turn.lap());
                out.count(turn.index());
                out.count(turn.flags());
            });
        });
    }

    @Override
    protected void read(StateInput in) {
        long keys = in.count();
        for (long i = 0; i < keys; i++) {
            Way way = way(in.text(), new Beginning(in.integer(), in.count(Integer.MAX_VALUE), in.text()));
            long turns = in.count();
            for (long j = 0; j < turns; j++) {
                way.turns.add(new Turn(
                        in.integer(), in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE), in.count(Turn.ALL)));
            }
        }
    }
}
