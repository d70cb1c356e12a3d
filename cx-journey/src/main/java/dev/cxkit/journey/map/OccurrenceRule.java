package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Ending;
import dev.cxkit.journey.Journey;

/** How often a step happens. */
record OccurrenceRule(String name, String step, int min, int max) implements Rule {

    OccurrenceRule {
        requireNonNull(step, "step");
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "limits " + min + ".." + max + " of " + name + " are outside 0 <= min <= max");
        }
    }

    @Override
    public Verdict check(Journey journey) {
        int count = 0;
        for (int i = 0; i < journey.size(); i++) {
            count += journey.step(i).equals(step) ? 1 : 0;
        }
        if (count < min) {
            return journey.ending() == Ending.OPEN ? Verdict.PENDING : Verdict.BROKEN;
        }
        return count > max ? Verdict.BROKEN : Verdict.HOLDS;
    }
}
