package dev.cxkit.journey.experience;

import dev.cxkit.journey.Journey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Goes through one journey and notes what shows at each place. */
final class PainScan {

    private final PainPoints metric;
    private final Journey journey;
    private final boolean reached;
    private final int end;

    /** For each index the first contact with support from there on; the size of the journey if there is none. */
    private final int[] contacts;

    private final Map<Place, Passages> passed = new HashMap<>();

    PainScan(PainPoints metric, Journey journey) {
        this.metric = metric;
        this.journey = journey;
        OptionalInt goal = metric.goal().at(journey);
        reached = goal.isPresent();
        end = goal.orElse(journey.size());
        contacts = new int[journey.size() + 1];
        contacts[journey.size()] = journey.size();
        for (int i = journey.size() - 1; i >= 0; i--) {
            contacts[i] = metric.support().contains(journey.step(i)) ? i : contacts[i + 1];
        }
    }

    Collection<Passages> passed() {
        runs(Place.Kind.STEP, journey::step);
        if (!metric.stageOf().isEmpty()) {
            runs(Place.Kind.STAGE, i -> metric.stageOf().get(journey.step(i)));
        }
        return passed.values();
    }

    /** Takes what has one name on end, or none in between, as one passage. */
    private void runs(Place.Kind kind, IntFunction<@Nullable String> nameAt) {
        String before = "";
        String name = "";
        int from = 0;
        for (int i = 0; i < end; i++) {
            String next = nameAt.apply(i);
            if (next != null && !next.equals(name)) {
                pass(kind, before, name, from, i);
                before = name;
                name = next;
                from = i;
            }
        }
        pass(kind, before, name, from, end);
    }

    /** Notes a passage that began at one index and was followed by the other. */
    private void pass(Place.Kind kind, String before, String name, int from, int to) {
        if (name.isEmpty()) {
            return;
        }
        Passages passages = passages(new Place(kind, "", name), before);
        if (to < journey.size()) {
            passages.show(PainSign.LONG_WAIT, isLong(from, to));
        }
        after(passages, from, to, to - 1);
        if (kind.equals(Place.Kind.STEP) && !before.isEmpty()) {
            Passages transition = passages(Place.transition(before, name), before);
            transition.show(PainSign.LONG_WAIT, isLong(from - 1, from));
            after(transition, from, to, from);
        }
    }

    private Passages passages(Place place, String before) {
        Passages passages = passed.computeIfAbsent(place, one -> new Passages(place, journey.id(), reached, before));
        passages.from(before);
        return passages;
    }

    private boolean isLong(int from, int to) {
        return metric.elapsed().millis(journey, from, to) > metric.limit().toMillis();
    }

    private void after(Passages passages, int from, int to, int last) {
        passages.show(PainSign.DROPPED, to == journey.size());
        Emotions emotions = metric.emotions();
        if (emotions != null) {
            emotions.mean(journey, from, last + 1).ifPresent(felt -> passages.show(PainSign.LOW_EMOTION, felt < 0));
        }
        if (!metric.support().isEmpty()) {
            int contact = contacts[last + 1];
            passages.show(
                    PainSign.SUPPORT_CONTACT,
                    contact < journey.size()
                            && journey.nanos(contact) - journey.nanos(last)
                                    <= metric.soon().toNanos());
        }
    }
}
