package dev.cxkit.journey.experience;

import dev.cxkit.journey.Journey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through one journey and notes the pain signs at each location. */
final class PainScan {

    private final PainPoints metric;
    private final Journey journey;
    private final boolean reached;
    private final int end;

    /** For each index the first support contact from there on; the size of the journey if there is none. */
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

    Collection<LocationVisits> locations() {
        visits(JourneyLocation.Kind.ACTIVITY, activity -> activity);
        if (!metric.stageOf().isEmpty()) {
            visits(JourneyLocation.Kind.STAGE, activity -> metric.stageOf().get(activity));
        }
        return visits.values();
    }

    private void visits(JourneyLocation.Kind kind, Function<String, @Nullable String> nameOf) {
        String before = "";
        for (Journey.Visit visit : journey.visits(end, nameOf)) {
            visit(kind, before, visit.name(), visit.from(), visit.to());
            before = visit.name();
        }
    }

    /** Notes a visit that began at one index and was followed by the other. */
    private void visit(JourneyLocation.Kind kind, String before, String name, int from, int to) {
        LocationVisits visited = visits(new JourneyLocation(kind, "", name), before);
        if (to < journey.size()) {
            visited.show(PainSign.LONG_WAIT, isLong(from, to));
        }
        after(visited, from, to, to - 1);
        if (kind.equals(JourneyLocation.Kind.ACTIVITY) && !before.isEmpty()) {
            LocationVisits transition = visits(JourneyLocation.transition(before, name), before);
            transition.show(PainSign.LONG_WAIT, isLong(from - 1, from));
            after(transition, from, to, from);
        }
    }

    private LocationVisits visits(JourneyLocation location, String before) {
        LocationVisits visited =
                visits.computeIfAbsent(location, one -> new LocationVisits(location, journey.id(), reached, before));
        visited.from(before);
        return visited;
    }

    private boolean isLong(int from, int to) {
        return metric.elapsed().millis(journey, from, to) > metric.waitLimit().toMillis();
    }

    private void after(LocationVisits visited, int from, int to, int last) {
        visited.show(PainSign.DROPPED, to == journey.size());
        Emotions emotions = metric.emotions();
        if (emotions != null) {
            emotions.mean(journey, from, last + 1)
                    .ifPresent(emotion -> visited.show(PainSign.LOW_EMOTION, emotion < 0));
        }
        if (!metric.supportActivities().isEmpty()) {
            int contact = contacts[last + 1];
            visited.show(
                    PainSign.SUPPORT_CONTACT,
                    contact < journey.size()
                            && journey.nanos(contact) - journey.nanos(last)
                                    <= metric.supportWindow().toNanos());
        }
    }
}
