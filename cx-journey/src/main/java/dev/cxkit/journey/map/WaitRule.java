package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import java.time.Duration;

/** How long the wait from one step to another may be. */
record WaitRule(String first, String second, Duration limit) implements Rule {

    WaitRule {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "step " + first + " cannot be waited for from itself; two steps are needed");
        }
        notNegative(limit);
    }

    static void notNegative(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit " + limit + " is below 0");
        }
    }

    @Override
    public Verdict check(Journey journey) {
        Wait.Count count = new Wait(first, second).over(journey, limit);
        if (count.ended() == 0) {
            return Verdict.NOT_APPLICABLE;
        }
        return count.late() == 0 ? Verdict.HOLDS : Verdict.BROKEN;
    }

    @Override
    public String name() {
        return "max time between(" + first + ", " + second + ", " + limit + ")";
    }
}
