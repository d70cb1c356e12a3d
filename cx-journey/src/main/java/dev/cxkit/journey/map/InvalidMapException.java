package dev.cxkit.journey.map;

import java.util.List;

/** Thrown where a journey map is not sound; it tells all faults at once. */
public final class InvalidMapException extends IllegalArgumentException {

    private final List<String> faults;

    InvalidMapException(List<String> faults) {
        super("journey map has " + faults.size() + (faults.size() == 1 ? " fault: " : " faults: ")
                + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Returns the faults in the order of the map, at least one. */
    public List<String> faults() {
        return faults;
    }
}
