package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the journeys that pass one place. */
final class PlaceState {

    private static final int NUMBERS = 3;

    private final Examples<String> examples;
    private final EnumMap<PainSign, Sign> signs = new EnumMap<>(PainSign.class);

    /** For each origin the journeys that came from there first, those that ever did, and the goals of the latter. */
    private final TreeMap<String, long[]> origins = new TreeMap<>();

    private long journeys;
    private long goals;

    PlaceState(Examples<String> examples) {
        this.examples = examples;
    }

    private static final class Sign {
        private long known;
        private long shown;
        private Accumulator<String, List<String>> examples;

        Sign(Accumulator<String, List<String>> examples) {
            this.examples = examples;
        }
    }

    void add(Passages passages, boolean reached, String id) {
        journeys++;
        goals += reached ? 1 : 0;
        add(PainSign.GOAL_MISSED, !reached, id);
        passages.signs.forEach((sign, shown) -> add(sign, shown, id));
        for (String origin : passages.origins) {
            long[] count = origin(origin);
            count[0] += origin.equals(passages.first) ? 1 : 0;
            count[1]++;
            count[2] += reached ? 1 : 0;
        }
    }

    private void add(PainSign sign, boolean shown, String id) {
        Sign count = sign(sign);
        count.known++;
        if (shown) {
            count.shown++;
            count.examples.add(id);
        }
    }

    private Sign sign(PainSign sign) {
        return signs.computeIfAbsent(sign, one -> new Sign(examples.start()));
    }

    private long[] origin(String origin) {
        return origins.computeIfAbsent(origin, one -> new long[NUMBERS]);
    }

    PlaceCount result() {
        Map<PainSign, PlaceCount.Sign> ofSigns = new EnumMap<>(PainSign.class);
        signs.forEach((sign, count) -> ofSigns.put(
                sign, new PlaceCount.Sign(Proportion.of(count.shown, count.known), count.examples.result())));
        Map<String, PlaceCount.Origin> ofOrigins = new TreeMap<>();
        origins.forEach((origin, count) ->
                ofOrigins.put(origin, new PlaceCount.Origin(count[0], Proportion.of(count[2], count[1]))));
        return new PlaceCount(Proportion.of(goals, journeys), ofSigns, ofOrigins);
    }

    void absorb(PlaceState that) {
        journeys += that.journeys;
        goals += that.goals;
        that.signs.forEach((sign, more) -> {
            Sign count = sign(sign);
            count.known += more.known;
            count.shown += more.shown;
            count.examples.merge(more.examples);
        });
        that.origins.forEach(this::absorb);
    }

    private void absorb(String origin, long[] more) {
        long[] count = origin(origin);
        for (int i = 0; i < NUMBERS; i++) {
            count[i] += more[i];
        }
    }

    void write(StateOutput out) {
        out.counts(journeys, goals);
        out.count(signs.size());
        signs.forEach((sign, count) -> {
            out.text(sign.name());
            out.counts(count.known, count.shown);
            out.state(count.examples);
        });
        out.count(origins.size());
        origins.forEach((origin, count) -> {
            out.text(origin);
            out.counts(count);
        });
    }

    void read(StateInput in) {
        Proportion ofGoals = proportion(in);
        journeys = ofGoals.of();
        goals = ofGoals.count();
        int known = in.count(PainSign.values().length);
        for (int i = 0; i < known; i++) {
            Sign count = sign(PainSign.valueOf(in.text()));
            Proportion share = proportion(in);
            count.known = share.of();
            count.shown = share.count();
            count.examples = in.state(examples);
        }
        int places = in.count(Integer.MAX_VALUE);
        for (int i = 0; i < places; i++) {
            String origin = in.text();
            long[] count = in.counts(NUMBERS);
            if (count.length != NUMBERS || count[0] > count[1] || count[2] > count[1]) {
                throw new IllegalArgumentException("state has impossible counts of origin '" + origin + "'");
            }
            absorb(origin, count);
        }
    }

    private static Proportion proportion(StateInput in) {
        long[] counts = in.counts(2);
        if (counts.length != 2) {
            throw new IllegalArgumentException("state has " + counts.length + " counts of a share, not 2");
        }
        return Proportion.of(counts[1], counts[0]);
    }
}
