package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
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
    public static Metric<Journey, ChannelSwitches> metric(TouchpointFilter facing, Duration limit, Elapsed elapsed) {
        requireNonNull(facing, "facing");
        requireNonNull(elapsed, "elapsed");
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " is negative");
        }
        long most = limit.toMillis();
        String what = "channels(" + facing + "," + limit + "," + elapsed + ")";
        Metric<Journey, Segments<String, List<Long>>> pairs = new Counts(what, 3)
                .on(Found::counts)
                .by(Found::pair)
                .onEach(journey -> found(journey, seen(journey, facing), most, elapsed));
        return Metric.both(
                new Counts("journeys by channels", 3).on(journey -> channels(journey, seen(journey, facing))),
                pairs,
                (counted, each) -> new ChannelSwitches(counted.get(0), counted.get(1), counted.get(2), table(each)));
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

    private record Found(String pair, List<Long> counts) {}

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

    private static List<Long> channels(Journey journey, List<Integer> seen) {
        long different =
                seen.stream().map(index -> channel(journey, index)).distinct().count();
        return Counts.row(1, different > 0 ? 1 : 0, different > 1 ? 1 : 0);
    }

    private static List<Found> found(Journey journey, List<Integer> seen, long most, Elapsed elapsed) {
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
                    found.add(new Found(pair(old, here), Counts.row(1, late ? 1 : 0, repeats ? 1 : 0)));
                }
            }
            done.computeIfAbsent(here, channel -> new HashSet<>()).add(journey.step(seen.get(place)));
        }
        return found;
    }

    /** Whether a step was done already, from this place up to the next switch. */
    private static boolean repeats(Journey journey, List<Integer> seen, int from, Set<String> done) {
        Channel here = channel(journey, seen.get(from));
        for (int place = from; place < seen.size(); place++) {
            if (!channel(journey, seen.get(place)).equals(here)) {
                return false;
            } else if (done.contains(journey.step(seen.get(place)))) {
                return true;
            }
        }
        return false;
    }

    /** Two names as one that gives both back, whatever they hold. */
    private static String pair(Channel from, Channel to) {
        return from.name().length() + ":" + from.name() + to.name();
    }

    private static List<Switch> table(Segments<String, List<Long>> pairs) {
        List<Switch> table = new ArrayList<>();
        pairs.each().forEach((pair, counts) -> {
            int colon = pair.indexOf(':');
            int cut = colon + 1 + Integer.parseInt(pair.substring(0, colon));
            table.add(new Switch(
                    Channel.of(pair.substring(colon + 1, cut)),
                    Channel.of(pair.substring(cut)),
                    counts.get(0),
                    counts.get(1),
                    counts.get(2)));
        });
        table.sort(Comparator.comparing(Switch::from).thenComparing(Switch::to));
        return table;
    }
}
