package dev.cxkit.journey.map;

import java.util.List;

/** Says all that is wrong with a map, so that it can be mended in one go. */
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
