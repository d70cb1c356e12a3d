package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From which channel customers go on to which, and whether what they did in the old one holds in the new one. A switch is two neighbours,
 * among the touchpoints that the customer sees, with different channels.
 *
 * @param journeys how many journeys there are
 * @param touched how many of them have a touchpoint that the customer sees
 * @param multiChannel how many of them have such touchpoints in two channels or more
 * @param switches the pairs of channels, in the order of their names
 */
public record ChannelSwitches(long journeys, long touched, long multiChannel, List<Switch> switches) {

    /**
     * One channel after another. A switch that is both late and repeats counts as late.
     *
     * @param from the old channel
     * @param to the new one
     * @param count how often
     * @param late how often the first touchpoint in the new channel came after the limit
     * @param repeating how often, of the others, a step was done before the next switch that had been done in the old channel already
     */
    public record Switch(Channel from, Channel to, long count, long late, long repeating) {

        /** Checks the channels. */
        public Switch {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        /** Returns the share of the switches that were in time and repeated nothing. */
        public Proportion continuity() {
            return Proportion.of(count - late - repeating, count);
        }
    }

    /** Copies the list. */
    public ChannelSwitches {
        switches = List.copyOf(switches);
    }

    /**
     * Returns the metric. Memory grows with the pairs of channels; more than 10,000 fail.
     *
     * @param facing which touchpoints the customer sees
     * @param limit how much later than the last touchpoint in the old channel the first in the new one may come, inclusive
     * @param elapsed between which instants and on which clock
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
                .onEach(journey -> found(journey, seen(journey, facing), most, elapsed));
        return Metric.<Journey, List<Long>, Segments<Pair, List<Long>>, ChannelSwitches>both(
                        Sums.metric(
                                "channels of journeys",
                                3,
                                (journey, counts) -> add(journey, seen(journey, facing), counts)),
                        pairs,
                        (counted, each) ->
                                new ChannelSwitches(counted.get(0), counted.get(1), counted.get(2), table(each)))
                .named(Definition.of("channels", facing.toString(), limit, elapsed.toString()));
    }

    /** Returns the switches between two channels; empty if there were none. */
    public Optional<Switch> between(Channel from, Channel to) {
        return switches.stream()
                .filter(each -> each.from().equals(from) && each.to().equals(to))
                .findFirst();
    }

    /** Returns the share of all switches that were in time and repeated nothing. */
    public Proportion continuity() {
        long count = switches.stream().mapToLong(Switch::count).sum();
        long held =
                switches.stream().mapToLong(each -> each.continuity().count()).sum();
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

    private static List<Integer> seen(Journey journey, TouchpointFilter facing) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < journey.size(); i++) {
            if (facing.matches(journey, i)) {
                seen.add(i);
            }
        }
        return seen;
    }

    private static Channel channel(Journey journey, int index) {
        return journey.touchpoint(index).channel();
    }

    private static void add(Journey journey, List<Integer> seen, long... counts) {
        long different =
                seen.stream().map(index -> channel(journey, index)).distinct().count();
        counts[0]++;
        counts[1] += different > 0 ? 1 : 0;
        counts[2] += different > 1 ? 1 : 0;
    }

    private static List<Found> found(Journey journey, List<Integer> seen, long most, TimeBetween elapsed) {
        List<Found> found = new ArrayList<>();
        Map<Channel, Set<String>> done = new HashMap<>();
        for (int place = 0; place < seen.size(); place++) {
            Channel here = channel(journey, seen.get(place));
            if (place > 0) {
                int before = seen.get(place - 1);
                Channel old = channel(journey, before);
                if (!old.equals(here)) {
                    boolean late = elapsed.millis(journey, before, seen.get(place)) > most;
                    boolean repeats = !late && repeats(journey, seen, place, done.getOrDefault(old, Set.of()));
                    found.add(new Found(new Pair(old, here), late, repeats));
                }
            }
            done.computeIfAbsent(here, channel -> new HashSet<>()).add(journey.activity(seen.get(place)));
        }
        return found;
    }

    /** Whether a step was done already, from this place up to the next switch. */
    private static boolean repeats(Journey journey, List<Integer> seen, int from, Set<String> done) {
        Channel here = channel(journey, seen.get(from));
        for (int place = from; place < seen.size(); place++) {
            if (!channel(journey, seen.get(place)).equals(here)) {
                return false;
            } else if (done.contains(journey.activity(seen.get(place)))) {
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
}
