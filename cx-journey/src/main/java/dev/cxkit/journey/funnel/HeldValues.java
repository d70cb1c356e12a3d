package dev.cxkit.journey.funnel;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds attempts all of whose steps hold one value. */
final class HeldValues {

    private final Funnel funnel;
    private final FunnelRows all;
    private final Attempts some;
    private int[] best = {};
    private int[] optional = {};
    private Attempt.Outcome outcome = Attempt.Outcome.DROPPED_OFF;
    private boolean isOpen;

    HeldValues(Funnel funnel, FunnelRows all) {
        this.funnel = funnel;
        this.all = all;
        this.some = new Attempts(funnel);
    }

    void each(Journey journey, boolean mayGoOn, Attempts.Sink sink) {
        var held = requireNonNull(funnel.held, "held");
        Map<String, List<Integer>> places = new TreeMap<>();
        BitSet interrupting = new BitSet();
        for (int i = 0; i < all.size; i++) {
            if (all.interrupts(i)) {
                interrupting.set(i);
            }
            int place = i;
            held.apply(journey.touchpoint(i))
                    .ifPresent(value -> places.computeIfAbsent(value, v -> new ArrayList<>())
                            .add(place));
        }
        boolean apart = funnel.isPerValue || funnel.entry == EntryRule.TOTALS;
        for (List<Integer> ofValue : places.values()) {
            BitSet serving = new BitSet();
            ofValue.forEach(serving::set);
            BitSet looked = (BitSet) serving.clone();
            looked.or(interrupting);
            if (funnel.mode == FunnelMode.STRICT) {
                // What comes right behind counts, whatever its value.
                ofValue.forEach(place -> looked.set(Math.min(place + 1, all.size - 1)));
            }
            some.rows().keep(all, looked.stream().boxed().toList(), serving);
            some.search(mayGoOn, apart ? sink : this::keepBest);
        }
        if (best.length > 0) {
            boolean open = isOpen && outcome == Attempt.Outcome.DROPPED_OFF;
            sink.take(best.length, best, optional, open ? Attempt.Outcome.OPEN : outcome);
        }
    }

    private void keepBest(int depth, int[] found, int[] foundOptional, Attempt.Outcome ended) {
        isOpen |= ended == Attempt.Outcome.OPEN;
        if (depth > best.length || (depth == best.length && found[0] < best[0])) {
            List<Integer> kept = new ArrayList<>();
            for (int step = 0; step < depth; step++) {
                kept.add(found[step]);
            }
            best = kept.stream().mapToInt(Integer::intValue).toArray();
            optional = foundOptional.clone();
            outcome = ended;
        }
    }
}
