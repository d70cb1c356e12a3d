package dev.cxkit.journey;

import java.io.Serializable;

/** A filter with a name. */
record NamedFilter(String name, Condition test) implements TouchpointFilter {

    /** Which touchpoints the filter lets through. */
    @FunctionalInterface
    interface Condition extends Serializable {
        boolean test(Journey journey, int index);
    }

    @Override
    public boolean matches(Journey journey, int index) {
        return test.test(journey, index);
    }
}
