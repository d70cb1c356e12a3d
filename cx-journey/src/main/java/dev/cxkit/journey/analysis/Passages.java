package dev.cxkit.journey.analysis;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How one journey passed one place, once or several times. */
final class Passages {

    /** The step or stage before the first passage, empty at the start of the journey. */
    final String first;

    final Set<String> origins = new TreeSet<>();

    /** What is known of each sign: whether any passage showed it. */
    final Map<PainSign, Boolean> signs = new EnumMap<>(PainSign.class);

    Passages(String first) {
        this.first = first;
    }

    void from(String origin) {
        signs.merge(PainSign.LOOPED, !origins.isEmpty(), Boolean::logicalOr);
        origins.add(origin);
    }

    void show(PainSign sign, boolean shown) {
        signs.merge(sign, shown, Boolean::logicalOr);
    }
}
