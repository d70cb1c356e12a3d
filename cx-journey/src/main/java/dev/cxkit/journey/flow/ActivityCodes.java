package dev.cxkit.journey.flow;

import dev.cxkit.journey.ActivityIndex;
import dev.cxkit.metrics.StateInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The activities that an accumulator has seen, by numbers of its own: journeys that were assembled apart have other numbers. */
final class ActivityCodes {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private @Nullable ActivityIndex last;
    private int[] table = {};

    /** Returns the number here for each number of the index; not to be changed. Cheap for the index that was asked last. */
    int[] table(ActivityIndex others) {
        if (others != last) {
            table = IntStream.range(0, others.size())
                    .map(code -> code(others.name(code)))
                    .toArray();
            last = others;
        }
        return table;
    }

    /** Returns the number here for each number of the other. */
    int[] table(ActivityCodes others) {
        return others.names.stream().mapToInt(this::code).toArray();
    }

    /** Reads names that rise into these empty codes, so that the code of each is its rank; returns how many they are. */
    int read(StateInput in) {
        int size = in.size(2);
        String name = null;
        for (int i = 0; i < size; i++) {
            name = in.rising(name, in.text());
            code(name);
        }
        return size;
    }

    /** Returns the number of the activity, which gets the next one if it is new. */
    int code(String activity) {
        Integer known = codes.get(activity);
        if (known == null) {
            known = names.size();
            codes.put(activity, known);
            names.add(activity);
        }
        return known;
    }

    /** Returns the numbers in the order of the names. */
    int[] sorted() {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int size() {
        return names.size();
    }

    String name(int code) {
        return names.get(code);
    }
}
