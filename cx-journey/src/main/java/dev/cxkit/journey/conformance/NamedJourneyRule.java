package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;

/** A rule with a name. */
record NamedJourneyRule(String name, Fn<? super Journey, Verdict> verdict) implements JourneyRule {

    NamedJourneyRule {
        Require.text("name of journey rule", name);
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
