package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;

/** A rule with a name. */
record NamedJourneyRule(String name, JourneyRule rule) implements JourneyRule {

    NamedJourneyRule {
        requireNonNull(name, "name");
        requireNonNull(rule, "rule");
    }

    @Override
    public Verdict check(Journey journey) {
        return rule.check(journey);
    }

    @Override
    public String toString() {
        return name;
    }
}
