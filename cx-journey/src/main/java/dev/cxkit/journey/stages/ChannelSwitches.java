package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.KeyFormat;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Channel switches: how often customers move from one {@index "channel switch" channel} to another within a journey, and whether the
 * switch is continuous.
 *
 * <ul>
 *   <li>A switch is two customer-facing touchpoints, one directly after the other, with different channels; touchpoints that the
 *       filter does not match or whose channel is {@linkplain Channel#UNKNOWN not known} are skipped.
 *   <li>A switch is late if the first touchpoint in the new channel starts after the limit.
 *   <li>A switch repeats if, before the next switch, an activity is done that was done in the old channel before. One that is late is
 *       not looked at for repetitions.
 *   <li>{@link Switch#continuity} is the share that is neither.
 * </ul>
 *
 * <p>Edge cases: a journey with one customer-facing touchpoint or none has no switch; continuity without switches has no share.
 *
 * @param journeys how many journeys there are
 * @param customerFacing how many of them have a customer-facing touchpoint in a known channel
 * @param multiChannel how many of them have customer-facing touchpoints in two channels or more
 * @param switches the pairs of channels, in the order of their names
 */
public record ChannelSwitches(long journeys, long customerFacing, long multiChannel, List<Switch> switches)
        implements Result {

    /**
     * The switches from one channel to another.
     *
     * @param from the old channel
     * @param to the new channel
     * @param count how often
     * @param late how often the first touchpoint in the new channel came after the limit
     * @param repeating how often, of the others, an activity of the old channel was repeated before the next switch
     */
    public record Switch(Channel from, Channel to, long count, long late, long repeating) implements Result {

        private static final Comparator<Switch> ORDER =
                Comparator.comparing(Switch::from).thenComparing(Switch::to);

        public Switch {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            Require.range("late", late, 0, count);
            Require.range("repeating", repeating, 0, count - late);
        }

        /** Returns the share of these switches that were in time and repeated nothing. */
        public Proportion continuity() {
            return Proportion.of(count - late - repeating, count);
        }

        /** Returns {@code from}, {@code to}, {@code count}, {@code late}, {@code repeating} and {@code continuity}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", from)
                    .with("to", to)
                    .with("count", count)
                    .with("late", late)
                    .with("repeating", repeating)
                    .with("continuity", continuity())
                    .map();
        }
    }

    public ChannelSwitches {
        switches = switches.stream().sorted(Switch.ORDER).toList();
    }

    /**
     * Returns the metric. Memory grows with the pairs of channels; more than 10,000 fail.
     *
     * @param facing which touchpoints are customer-facing
     * @param limit how much later than the last touchpoint in the old channel the first in the new one may come, inclusive
     * @param elapsed how the time between them is measured
     * @throws IllegalArgumentException if the limit is negative
     */
    public static Metric<Journey, ChannelSwitches> metric(
            TouchpointFilter facing, Duration limit, TimeBetween elapsed) {
        requireNonNull(facing, "facing");
        requireNonNull(elapsed, "elapsed");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " is negative");
        }
        long most = limit.toMillis();
        Metric<Journey, Segments<Pair, List<Long>>> pairs = Sums.<Found>metric("switches", 3, ChannelSwitches::add)
                .by(Found::pair, Segmentation.of(PAIRS))
                .onEach(journey -> found(journey, shown(journey, facing), most, elapsed));
        return Metric.<Journey, List<Long>, Segments<Pair, List<Long>>, ChannelSwitches>both(
                        Sums.metric(
                                "channels of journeys",
                                3,
                                (journey, counts) -> add(journey, shown(journey, facing), counts)),
                        pairs,
                        (counted, each) ->
                                new ChannelSwitches(counted.get(0), counted.get(1), counted.get(2), table(each)))
                .named(Definition.of("channel switches", facing.name(), limit, elapsed.name()));
    }

    /** Returns the switches between two channels; empty if there were none. */
    public Optional<Switch> between(Channel from, Channel to) {
        int place = Collections.binarySearch(switches, new Switch(from, to, 0, 0, 0), Switch.ORDER);
        return place < 0 ? Optional.empty() : Optional.of(switches.get(place));
    }

    /** Returns the share of all switches that were in time and repeated nothing. */
    public Proportion continuity() {
        long count = switches.stream().mapToLong(Switch::count).reduce(0, Math::addExact);
        long held =
                switches.stream().mapToLong(each -> each.continuity().count()).reduce(0, Math::addExact);
        return Proportion.of(held, count);
    }

    private record Pair(Channel from, Channel to) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::from).thenComparing(Pair::to);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private static final KeyFormat<Pair> PAIRS = KeyFormat.ofTexts(
            "channels",
            pair -> List.of(pair.from.name(), pair.to.name()),
            texts -> new Pair(Channel.of(texts.get(0)), Channel.of(texts.get(1))));

    private record Found(Pair pair, boolean late, boolean repeats) {}

    private static void add(Found found, long... counts) {
        counts[0]++;
        counts[1] += found.late ? 1 : 0;
        counts[2] += found.repeats ? 1 : 0;
    }

    private static List<Integer> shown(Journey journey, TouchpointFilter facing) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < journey.size(); i++) {
            if (facing.matches(journey, i) && !channel(journey, i).equals(Channel.UNKNOWN)) {
                shown.add(i);
            }
        }
        return shown;
    }

    private static Channel channel(Journey journey, int index) {
        return journey.touchpoint(index).channel();
    }

    private static void add(Journey journey, List<Integer> shown, long... counts) {
        long different =
                shown.stream().map(index -> channel(journey, index)).distinct().count();
        counts[0]++;
        counts[1] += different > 0 ? 1 : 0;
        counts[2] += different > 1 ? 1 : 0;
    }

    private static List<Found> found(Journey journey, List<Integer> shown, long most, TimeBetween elapsed) {
        List<Found> found = new ArrayList<>();
        Map<Channel, Set<String>> done = new HashMap<>();
        for (int position = 0; position < shown.size(); position++) {
            Channel here = channel(journey, shown.get(position));
            if (position > 0) {
                int before = shown.get(position - 1);
                Channel old = channel(journey, before);
                if (!old.equals(here)) {
                    boolean late = elapsed.millis(journey, before, shown.get(position)) > most;
                    boolean repeats = !late && repeats(journey, shown, position, done.getOrDefault(old, Set.of()));
                    found.add(new Found(new Pair(old, here), late, repeats));
                }
            }
            done.computeIfAbsent(here, channel -> new HashSet<>()).add(journey.activity(shown.get(position)));
        }
        return found;
    }

    /** Whether an activity of the old channel is repeated, from this position up to the next switch. */
    private static boolean repeats(Journey journey, List<Integer> shown, int from, Set<String> done) {
        Channel here = channel(journey, shown.get(from));
        for (int position = from; position < shown.size(); position++) {
            if (!channel(journey, shown.get(position)).equals(here)) {
                return false;
            } else if (done.contains(journey.activity(shown.get(position)))) {
                return true;
            }
        }
        return false;
    }

    private static List<Switch> table(Segments<Pair, List<Long>> pairs) {
        List<Switch> table = new ArrayList<>();
        pairs.each()
                .forEach((pair, counts) ->
                        table.add(new Switch(pair.from, pair.to, counts.get(0), counts.get(1), counts.get(2))));
        return table;
    }

    /** Returns the continuity of all switches, {@code journeys}, {@code customerFacing}, {@code multiChannel} and {@code switches}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(continuity().estimate())
                .with("journeys", journeys)
                .with("customerFacing", customerFacing)
                .with("multiChannel", multiChannel)
                .with("switches", switches)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
