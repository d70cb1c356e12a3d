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

    private final Map<JourneyLocation, LocationVisits> visits = new HashMap<>();

    PainScan(PainPoints metric, Journey journey) {
        this.metric = metric;
        this.journey = journey;
        OptionalInt goal = metric.goal().reachedAt(journey);
        reached = goal.isPresent();
        end = goal.orElse(journey.size());
        contacts = new int[journey.size() + 1];
        contacts[journey.size()] = journey.size();
        for (int i = journey.size() - 1; i >= 0; i--) {
            contacts[i] = metric.supportActivities().contains(journey.activity(i)) ? i : contacts[i + 1];
        }
    }

    Collection<LocationVisits> visited() {
        runs(JourneyLocation.Kind.ACTIVITY, journey::activity);
        if (!metric.stageOf().isEmpty()) {
            runs(JourneyLocation.Kind.STAGE, i -> metric.stageOf().get(journey.activity(i)));
        }
        return visits.values();
    }

    /** Takes what has one name on end, or none in between, as one passage. */
    private void runs(JourneyLocation.Kind kind, IntFunction<@Nullable String> nameAt) {
        String before = "";
        String name = "";
        int from = 0;
        for (int i = 0; i < end; i++) {
            String next = nameAt.apply(i);
            if (next != null && !next.equals(name)) {
                visit(kind, before, name, from, i);
                before = name;
                name = next;
                from = i;
            }
        }
        visit(kind, before, name, from, end);
    }

    /** Notes a passage that began at one index and was followed by the other. */
    private void visit(JourneyLocation.Kind kind, String before, String name, int from, int to) {
        if (name.isEmpty()) {
            return;
        }
        LocationVisits passages = visits(new JourneyLocation(kind, "", name), before);
        if (to < journey.size()) {
            passages.show(PainSign.LONG_WAIT, isLong(from, to));
        }
        after(passages, from, to, to - 1);
        if (kind.equals(JourneyLocation.Kind.ACTIVITY) && !before.isEmpty()) {
            LocationVisits transition = visits(JourneyLocation.transition(before, name), before);
            transition.show(PainSign.LONG_WAIT, isLong(from - 1, from));
            after(transition, from, to, from);
        }
    }

    private LocationVisits visits(JourneyLocation place, String before) {
        LocationVisits passages =
                visits.computeIfAbsent(place, one -> new LocationVisits(place, journey.id(), reached, before));
        passages.from(before);
        return passages;
    }

    private boolean isLong(int from, int to) {
        return metric.elapsed().millis(journey, from, to) > metric.waitLimit().toMillis();
    }

    private void after(LocationVisits passages, int from, int to, int last) {
        passages.show(PainSign.DROPPED, to == journey.size());
        Emotions emotions = metric.emotions();
        if (emotions != null) {
            emotions.mean(journey, from, last + 1).ifPresent(felt -> passages.show(PainSign.LOW_EMOTION, felt < 0));
        }
        if (!metric.supportActivities().isEmpty()) {
            int contact = contacts[last + 1];
            passages.show(
                    PainSign.SUPPORT_CONTACT,
                    contact < journey.size()
                            && journey.nanos(contact) - journey.nanos(last)
                                    <= metric.supportWindow().toNanos());
        }
    }
}
