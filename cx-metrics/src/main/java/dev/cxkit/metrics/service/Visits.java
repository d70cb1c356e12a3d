package dev.cxkit.metrics.service;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When who came, and when something of whom ended, in the order in which it was seen; a list that makes no object for each. */
final class Visits {

    private static final int LEAST = 16;

    private int size;
    /** Of customer and category: taken while both are at hand, which they are no more when the groups are asked for. */
    private int[] hashes = new int[LEAST];

    private String[] customers = new String[LEAST];
    private String[] categories = new String[LEAST];
    private Instant[] times = new Instant[LEAST];

    /** The id of what ended; null where somebody came. */
    private @Nullable String[] ended = new String[LEAST];

    /** What is done with all of one customer and category. */
    interface Group {

        /** Takes the visits whose numbers are in {@code order} from one place to another. */
        void take(int[] order, int from, int to);
    }

    int size() {
        return size;
    }

    String customer(int one) {
        return customers[one];
    }

    String category(int one) {
        return categories[one];
    }

    Instant at(int one) {
        return times[one];
    }

    @Nullable
    String ended(int one) {
        return ended[one];
    }

    void add(String customer, String category, Instant at, @Nullable String ended) {
        if (size == times.length) {
            int more = size + (size >> 1);
            hashes = Arrays.copyOf(hashes, more);
            customers = Arrays.copyOf(customers, more);
            categories = Arrays.copyOf(categories, more);
            times = Arrays.copyOf(times, more);
            this.ended = Arrays.copyOf(this.ended, more);
        }
        hashes[size] = 31 * customer.hashCode() + category.hashCode();
        customers[size] = customer;
        categories[size] = category;
        times[size] = at;
        this.ended[size++] = ended;
    }

    void addAll(Visits other) {
        for (int i = 0; i < other.size; i++) {
            add(other.customers[i], other.categories[i], other.times[i], other.ended[i]);
        }
    }

    /** Hands out each customer and category once, in no order. */
    void groups(Group group) {
        long[] keys = new long[size];
        Arrays.setAll(keys, i -> ((long) hashes[i] << 32) | i);
        Arrays.sort(keys);
        int[] order = new int[size];
        Arrays.setAll(order, i -> (int) keys[i]);
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || keys[i - 1] >> 32 != keys[i] >> 32) {
                splitOfOneHash(order, from, i, group);
                from = i;
            }
        }
    }

    private void splitOfOneHash(int[] order, int from, int to, Group group) {
        boolean one = true;
        for (int i = from + 1; i < to && one; i++) {
            one = sameKey(order[from], order[i]);
        }
        if (!one) {
            int[] sorted = ordered(Arrays.copyOfRange(order, from, to));
            System.arraycopy(sorted, 0, order, from, sorted.length);
        }
        if (one) {
            group.take(order, from, to);
        } else {
            split(order, from, to, group);
        }
    }

    private void split(int[] order, int from, int to, Group group) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || !sameKey(order[start], order[i])) {
                group.take(order, start, i);
                start = i;
            }
        }
    }

    /** Hands out each customer and category once, in order, and each with what came before what ended, by time and id. */
    void orderedGroups(Group group) {
        int[] order = ordered(IntStream.range(0, size).toArray());
        if (size > 0) {
            split(order, 0, size, group);
        }
    }

    private int[] ordered(int... numbers) {
        Comparator<Integer> order = Comparator.<Integer, String>comparing(this::customer)
                .thenComparing(this::category)
                .thenComparing(one -> ended[one] != null)
                .thenComparing(this::at)
                .thenComparing(one -> ended[one], Comparator.nullsFirst(Comparator.naturalOrder()));
        return Arrays.stream(numbers)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean sameKey(int one, int other) {
        return customers[one].equals(customers[other]) && categories[one].equals(categories[other]);
    }
}
