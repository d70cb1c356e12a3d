package dev.cxkit.journey;

/** A filter with a name. */
record NamedFilter(String name, TouchpointFilter filter) implements TouchpointFilter {

    @Override
    public boolean matches(Journey journey, int index) {
        return filter.matches(journey, index);
    }

    @Override
    public String toString() {
        return name;
    }
}
