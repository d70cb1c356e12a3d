package dev.cxkit.journey.conformance;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The visits of journeys to the stages of a map. A visit lasts from its first touchpoint to the first one in another stage, or to the last of
 * the journey; a touchpoint that is not on the map stays in the stage of the one before.
 */
final class StageVisits implements Serializable {

    /** Hears of each visit. */
    @FunctionalInterface
    interface Each {
        void visit(String stage, long from, long to);
    }

    private final HashMap<String, String> stageOf;

    StageVisits(JourneyMap map) {
        stageOf = new HashMap<>(map.stagesOfActivities());
    }

    Map<String, String> stageOf() {
        return stageOf;
    }

    void of(Journey journey, Each each) {
        @Nullable String stage = null;
        long from = 0;
        for (int i = 0; i < journey.size(); i++) {
            String next = stageOf.get(journey.activity(i));
            if (next != null && !next.equals(stage)) {
                if (stage != null) {
                    each.visit(stage, from, journey.nanos(i));
                }
                stage = next;
                from = journey.nanos(i);
            }
        }
        if (stage != null) {
            each.visit(stage, from, journey.nanos(journey.size() - 1));
        }
    }
}
