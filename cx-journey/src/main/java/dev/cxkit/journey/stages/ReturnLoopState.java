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
final class ReturnLoopState extends Accumulator<Journey, ReturnRounds> {

    private static final int MILLI = 1_000_000;

    private final ReturnLoop loop;
    private final Map<String, KeyHistory> histories = new TreeMap<>();

    ReturnLoopState(ReturnLoop loop) {
        super(loop);
        this.loop = loop;
    }

    /**
     * A touchpoint that means something to a {@link ReturnLoop}.
     *
     * @param nanos when it occurred
     * @param journeyNumber the number of its journey
     * @param index its index in its journey
     * @param flags what it means
     */
    record LoopTouchpoint(long nanos, int journeyNumber, int index, int flags) {

        static final int TARGET = 1;
        static final int LAST = 2;
        static final int PURCHASE = 4;
        static final int REFERRAL = 8;
        static final int ALL = 15;

        static final Comparator<LoopTouchpoint> ORDER = Comparator.comparingLong(LoopTouchpoint::nanos)
                .thenComparingInt(LoopTouchpoint::journeyNumber)
                .thenComparingInt(LoopTouchpoint::index)
                .thenComparingInt(LoopTouchpoint::flags);

        boolean is(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** When a journey began, and who referred it by its own account: a text with the key behind one letter, or an empty one. */
    private record Beginning(long nanos, int journeyNumber, String referrer) implements Comparable<Beginning> {

        private static final Comparator<Beginning> ORDER = Comparator.comparingLong(Beginning::nanos)
                .thenComparingInt(Beginning::journeyNumber)
                .thenComparing(Beginning::referrer);

        @Override
        public int compareTo(Beginning other) {
            return ORDER.compare(this, other);
        }
    }

    /** What one key did, over all its journeys. */
    private static final class KeyHistory {

        final List<LoopTouchpoint> touchpoints = new ArrayList<>();
        Beginning first;

        KeyHistory(Beginning first) {
            this.first = first;
        }

        List<LoopTouchpoint> sorted() {
            List<LoopTouchpoint> sorted = new ArrayList<>(touchpoints);
            sorted.sort(LoopTouchpoint.ORDER);
            return sorted;
        }
    }

    /** Returns the history of the key, to which this beginning belongs too. */
    private KeyHistory history(String key, Beginning beginning) {
        KeyHistory history = histories.computeIfAbsent(key, any -> new KeyHistory(beginning));
        history.first = beginning.compareTo(history.first) < 0 ? beginning : history.first;
        return history;
    }

    @Override
    public void add(Journey journey) {
        String referrer = loop.referredBy().apply(journey).map(key -> "k" + key).orElse("");
        KeyHistory history = history(journey.key(), new Beginning(journey.nanos(0), journey.number(), referrer));
        for (int i = 0; i < journey.size(); i++) {
            int flags = loop.flags(journey, i);
            if (flags != 0) {
                history.touchpoints.add(new LoopTouchpoint(journey.nanos(i), journey.number(), i, flags));
            }
        }
    }

    @Override
    public ReturnRounds result() {
        Map<String, Set<LoopTouchpoint>> confirmed = new HashMap<>();
        Map<String, List<LoopTouchpoint>> sorted = new HashMap<>();
        histories.forEach((key, history) -> sorted.put(key, history.sorted()));
        long unconfirmed = 0;
        long referred = 0;
        long converted = 0;
        for (Map.Entry<String, KeyHistory> each : histories.entrySet()) {
            Beginning first = each.getValue().first;
            if (first.referrer.isEmpty()) {
                continue;
            }
            String by = first.referrer.substring(1);
            LoopTouchpoint referral =
                    by.equals(each.getKey()) ? null : latest(sorted.getOrDefault(by, List.of()), first.nanos);
            if (referral == null) {
                unconfirmed++;
            } else {
                confirmed.computeIfAbsent(by, key -> new HashSet<>()).add(referral);
                referred++;
                converted += each.getValue().touchpoints.stream()
                                .anyMatch(touchpoint -> touchpoint.is(LoopTouchpoint.PURCHASE))
                        ? 1
                        : 0;
            }
        }
        RoundCounter rounds = new RoundCounter();
        histories
                .keySet()
                .forEach(key -> rounds.go(sorted.getOrDefault(key, List.of()), confirmed.getOrDefault(key, Set.of())));
        return rounds.counted(histories.size(), referred, converted, unconfirmed);
    }

    /** The latest referral that is not after the instant. */
    private static @Nullable LoopTouchpoint latest(List<LoopTouchpoint> touchpoints, long nanos) {
        LoopTouchpoint latest = null;
        for (LoopTouchpoint touchpoint : touchpoints) {
            latest = touchpoint.is(LoopTouchpoint.REFERRAL) && touchpoint.nanos() <= nanos ? touchpoint : latest;
        }
        return latest;
    }

    /** Counts the rounds of one key after the other. */
    private static final class RoundCounter {

        private final Accumulator<Long, Durations> times = Durations.metric().start();
        private long reachedLastStage;
        private long closed;
        private long byReferral;

        void go(List<LoopTouchpoint> touchpoints, Set<LoopTouchpoint> confirmed) {
            LoopTouchpoint last = null;
            for (LoopTouchpoint touchpoint : touchpoints) {
                boolean refers = confirmed.contains(touchpoint);
                if (last == null && touchpoint.is(LoopTouchpoint.LAST)) {
                    last = touchpoint;
                    reachedLastStage++;
                    if (!refers) {
                        continue;
                    }
                }
                if (last != null && (refers || touchpoint.is(LoopTouchpoint.TARGET))) {
                    closed++;
                    byReferral += refers ? 1 : 0;
                    times.add((touchpoint.nanos() - last.nanos()) / MILLI);
                    last = null;
                }
            }
        }

        ReturnRounds counted(long customers, long referred, long converted, long unconfirmed) {
            return new ReturnRounds(
                    customers, reachedLastStage, closed, byReferral, times.result(), referred, converted, unconfirmed);
        }
    }

    @Override
    protected void absorb(Accumulator<Journey, ReturnRounds> other) {
        ((ReturnLoopState) other)
                .histories.forEach(
                        (key, theirs) -> history(key, theirs.first).touchpoints.addAll(theirs.touchpoints));
    }

    @Override
    protected void write(StateOutput out) {
        out.count(histories.size());
        histories.forEach((key, history) -> {
            out.text(key);
            out.integer(history.first.nanos);
            out.count(history.first.journeyNumber);
            out.text(history.first.referrer);
            out.count(history.touchpoints.size());
            history.sorted().forEach(touchpoint -> {
                out.integer(touchpoint.nanos());
                out.count(touchpoint.journeyNumber());
                out.count(touchpoint.index());
                out.count(touchpoint.flags());
            });
        });
    }

    @Override
    protected void read(StateInput in) {
        int keys = in.size(5);
        String key = null;
        for (int i = 0; i < keys; i++) {
            key = in.rising(key, in.text());
            KeyHistory history = history(key, new Beginning(in.integer(), in.count(Integer.MAX_VALUE), in.text()));
            in.check(
                    history.first.referrer.isEmpty() || history.first.referrer.startsWith("k"),
                    "a referrer has no mark");
            int touchpoints = in.size(4);
            LoopTouchpoint before = null;
            for (int j = 0; j < touchpoints; j++) {
                LoopTouchpoint next = new LoopTouchpoint(
                        in.integer(),
                        in.count(Integer.MAX_VALUE),
                        in.count(Integer.MAX_VALUE),
                        in.count(LoopTouchpoint.ALL));
                in.check(next.flags > 0, "a touchpoint is of no kind");
                in.check(
                        before == null || LoopTouchpoint.ORDER.compare(before, next) <= 0,
                        "its touchpoints are not in order");
                history.touchpoints.add(next);
                before = next;
            }
        }
    }
}
