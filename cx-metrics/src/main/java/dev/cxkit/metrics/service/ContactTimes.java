package dev.cxkit.metrics.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When who came, and when something of whom ended, in the order in which it was seen; a list that makes no object for each. */
final class ContactTimes {

    private static final int LEAST = 16;

    private int size;
    /** Of customer and category: taken while both are at hand, which they are no more when the groups are asked for. */
    private int[] hashes = new int[LEAST];

    private String[] customers = new String[LEAST];
    private String[] categories = new String[LEAST];
    private long[] seconds = new long[LEAST];
    private int[] nanos = new int[LEAST];

    /** The id of what ended; null where somebody came. */
    private @Nullable String[] ended = new String[LEAST];

    /** What is done with all of one customer and category. */
    interface GroupSink {

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
        return Instant.ofEpochSecond(seconds[one], nanos[one]);
    }

    @Nullable
    String anchorId(int one) {
        return ended[one];
    }

    void add(String customer, String category, Instant at, @Nullable String ended) {
        if (size == hashes.length) {
            int more = size + (size >> 1);
            hashes = Arrays.copyOf(hashes, more);
            customers = Arrays.copyOf(customers, more);
            categories = Arrays.copyOf(categories, more);
            seconds = Arrays.copyOf(seconds, more);
            nanos = Arrays.copyOf(nanos, more);
            this.ended = Arrays.copyOf(this.ended, more);
        }
        hashes[size] = 31 * customer.hashCode() + category.hashCode();
        customers[size] = customer;
        categories[size] = category;
        seconds[size] = at.getEpochSecond();
        nanos[size] = at.getNano();
        this.ended[size++] = ended;
    }

    void addAll(ContactTimes other) {
        for (int i = 0; i < other.size; i++) {
            add(other.customers[i], other.categories[i], other.at(i), other.ended[i]);
        }
    }

    /** Is told of what ended, and whether its customer came back with its category. */
    interface RepeatSink {

        void accept(int one, boolean back);
    }

    /**
     * Tells of all that ended whether the same customer came with the same category within a time of it, in no order.
     *
     * @param atOnce whether coming at the very instant is coming back
     */
    void eachAnchor(Duration window, boolean atOnce, RepeatSink told) {
        long[] keys = new long[size];
        Arrays.setAll(keys, i -> ((long) hashes[i] << 32) | i);
        Arrays.sort(keys);
        int[] order = new int[size];
        Arrays.setAll(order, i -> (int) keys[i]);
        boolean[] back = new boolean[size];
        int from = 0;
        for (int to = 1; to <= size; to++) {
            if (to == size || keys[to - 1] >> 32 != keys[to] >> 32) {
                if (!search(order, from, to, window, atOnce, back)) {
                    int[] apart = ordered(Arrays.copyOfRange(order, from, to));
                    split(apart, 0, apart.length, (all, first, last) -> search(all, first, last, window, atOnce, back));
                }
                from = to;
            }
        }
        for (int i = 0; i < size; i++) {
            if (ended[i] != null) {
                told.accept(i, back[i]);
            }
        }
    }

    /**
     * Finds out what of a group somebody came back from; false if a coming in the window was of another customer or category, so that
     * nothing is known. Texts are compared last: those of one hash are nearly always the same, and to look at them is slow.
     */
    private boolean search(int[] order, int from, int to, Duration window, boolean atOnce, boolean[] back) {
        int[] came = new int[to - from];
        int comings = 0;
        for (int i = from; i < to; i++) {
            if (ended[order[i]] == null) {
                came[comings++] = order[i];
            }
        }
        sortByTime(came, comings);
        for (int i = from; i < to; i++) {
            int end = order[i];
            if (ended[end] != null) {
                int next = firstAfter(end, atOnce, came, comings);
                boolean comes = next < comings && !at(came[next]).isAfter(at(end).plus(window));
                if (comes && !sameKey(end, came[next])) {
                    return false;
                }
                back[end] = comes;
            }
        }
        return true;
    }

    private void sortByTime(int[] numbers, int count) {
        if (count > LEAST) {
            int[] sorted = Arrays.stream(numbers, 0, count)
                    .boxed()
                    .sorted(this::compareTimes)
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, numbers, 0, count);
            return;
        }
        // Most came a few times, and what was seen first came first.
        for (int i = 1; i < count; i++) {
            int number = numbers[i];
            int to = i;
            while (to > 0 && compareTimes(number, numbers[to - 1]) < 0) {
                numbers[to] = numbers[to - 1];
                to--;
            }
            numbers[to] = number;
        }
    }

    private int compareTimes(int one, int other) {
        int order = Long.compare(seconds[one], seconds[other]);
        return order != 0 ? order : Integer.compare(nanos[one], nanos[other]);
    }

    private int firstAfter(int end, boolean atOnce, int[] came, int comings) {
        int next = 0;
        int above = comings;
        while (next < above) {
            int middle = (next + above) >>> 1;
            int order = compareTimes(came[middle], end);
            if (order < 0 || (order == 0 && !atOnce)) {
                next = middle + 1;
            } else {
                above = middle;
            }
        }
        return next;
    }

    private void split(int[] order, int from, int to, GroupSink group) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || !sameKey(order[start], order[i])) {
                group.take(order, start, i);
                start = i;
            }
        }
    }

    /** Hands out each customer and category once, in order, and each with what came before what ended, by time and id. */
    void orderedGroups(GroupSink group) {
        int[] order = ordered(IntStream.range(0, size).toArray());
        if (size > 0) {
            split(order, 0, size, group);
        }
    }

    private int[] ordered(int... numbers) {
        Comparator<Integer> order = Comparator.<Integer, String>comparing(this::customer)
                .thenComparing(this::category)
                .thenComparing(one -> ended[one] != null)
                .thenComparing(this::compareTimes)
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
