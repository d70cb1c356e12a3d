package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import java.time.Duration;
import java.util.TreeMap;

/** How long a visit to a stage may be. */
record StageRule(Visits visits, String stage, Duration limit) implements Rule {

    StageRule {
        requireNonNull(stage, "stage");
        if (!visits.stageOf().containsValue(stage)) {
            throw new IllegalArgumentException("stage " + stage + " is not on the map, or has no touchpoint");
        }
        WaitRule.notNegative(limit);
    }

    @Override
    public Verdict check(Journey journey) {
        long nanos = Wait.nanos(limit);
        Verdict[] verdict = {Verdict.NOT_APPLICABLE};
        visits.of(journey, (visited, from, to) -> {
            if (visited.equals(stage)) {
                verdict[0] = verdict[0].and(Wait.isLonger(from, to, nanos) ? Verdict.BROKEN : Verdict.HOLDS);
            }
        });
        return verdict[0];
    }

    /** Names the steps of the stages too, since the verdict depends on them. */
    @Override
    public String name() {
        return "max time in stage(" + stage + ", " + limit + ", " + new TreeMap<>(visits.stageOf()) + ")";
    }
}
