package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Ending;
import dev.cxkit.journey.Journey;

/** With which step a journey starts or ends. */
record EndRule(End end, String step) implements Rule {

    enum End {
        FIRST,
        LAST
    }

    EndRule {
        requireNonNull(step, "step");
    }

    @Override
    public Verdict check(Journey journey) {
        if (end == End.LAST && journey.ending() == Ending.OPEN) {
            return Verdict.PENDING;
        }
        int index = end == End.FIRST ? 0 : journey.size() - 1;
        return journey.step(index).equals(step) ? Verdict.HOLDS : Verdict.BROKEN;
    }

    @Override
    public String name() {
        return (end == End.FIRST ? "starts with(" : "ends with(") + step + ")";
    }
}
