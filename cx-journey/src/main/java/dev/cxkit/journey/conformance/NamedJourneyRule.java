package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;

/** A rule with a name. */
record NamedJourneyRule(String name, Fn<? super Journey, Verdict> verdict) implements JourneyRule {

    NamedJourneyRule {
        if (requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("name of journey rule is blank");
        }
        requireNonNull(verdict, "verdict");
    }

    @Override
    public Verdict check(Journey journey) {
        return verdict.apply(journey);
    }

    @Override
    public String toString() {
        return name;
    }
}
