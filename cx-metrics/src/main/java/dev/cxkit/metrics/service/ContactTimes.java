package dev.cxkit.metrics.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When customers contacted us, and when their windows start, in the order in which it was seen; a list that makes no object for each. */
final class ContactTimes {

    private static final int LEAST = 16;

    private int size;
    /** Of customer and category: taken while both are at hand, which they are no more when the groups are asked for. */
    private int[] hashes = new int[LEAST];

    private String[] customers = new String[LEAST];
    private String[] categories = new String[LEAST];
    private long[] seconds = new long[LEAST];
    private int[] nanos = new int[LEAST];

    /** The id of what the window starts with; null where it is a contact. */
    private @Nullable String[] starts = new String[LEAST];

    /** What is done with all of one customer and category. */
    interface GroupSink {

        /** Takes those whose numbers are in {@code order} from one place to another. */
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
        return starts[one];
    }

    void add(String customer, String category, Instant at, @Nullable String start) {
        if (size == hashes.length) {
            int more = size + (size >> 1);
            hashes = Arrays.copyOf(hashes, more);
            customers = Arrays.copyOf(customers, more);
            categories = Arrays.copyOf(categories, more);
            seconds = Arrays.copyOf(seconds, more);
            nanos = Arrays.copyOf(nanos, more);
            starts = Arrays.copyOf(starts, more);
        }
        hashes[size] = 31 * customer.hashCode() + category.hashCode();
        customers[size] = customer;
        categories[size] = category;
        seconds[size] = at.getEpochSecond();
        nanos[size] = at.getNano();
        starts[size++] = start;
    }

    void addAll(ContactTimes other) {
        for (int i = 0; i < other.size; i++) {
            add(other.customers[i], other.categories[i], other.at(i), other.starts[i]);
        }
    }

    /** Is told of each start of a window, and whether its customer made a repeat contact in its category. */
    interface RepeatSink {

        void accept(int one, boolean repeat);
    }

    /**
     * Tells of each start whether the same customer made contact in the same category within the window, in no order.
     *
     * @param inclusive whether a contact at the very instant is a repeat
     */
    void eachAnchor(Duration window, boolean inclusive, RepeatSink sink) {
        long[] keys = new long[size];
        Arrays.setAll(keys, i -> ((long) hashes[i] << 32) | i);
        Arrays.sort(keys);
        int[] order = new int[size];
        Arrays.setAll(order, i -> (int) keys[i]);
        boolean[] repeats = new boolean[size];
        int from = 0;
        for (int to = 1; to <= size; to++) {
            if (to == size || keys[to - 1] >> 32 != keys[to] >> 32) {
                if (!search(order, from, to, window, inclusive, repeats)) {
                    int[] apart = ordered(Arrays.copyOfRange(order, from, to));
                    split(
                            apart,
                            0,
                            apart.length,
                            (all, first, last) -> search(all, first, last, window, inclusive, repeats));
                }
                from = to;
            }
        }
        for (int i = 0; i < size; i++) {
            if (starts[i] != null) {
                sink.accept(i, repeats[i]);
            }
        }
    }

    /**
     * Finds the starts of a group that have a repeat contact; false if a contact in the window was of another customer or category, so that
     * nothing is known. Texts are compared last: those of one hash are nearly always the same, and to look at them is slow.
     */
    private boolean search(int[] order, int from, int to, Duration window, boolean inclusive, boolean[] repeats) {
        int[] contacts = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (starts[order[i]] == null) {
                contacts[count++] = order[i];
            }
        }
        sortByTime(contacts, count);
        for (int i = from; i < to; i++) {
            int start = order[i];
            if (starts[start] != null) {
                int next = firstAfter(start, inclusive, contacts, count);
                boolean repeat =
                        next < count && !at(contacts[next]).isAfter(at(start).plus(window));
                if (repeat && !sameKey(start, contacts[next])) {
                    return false;
                }
                repeats[start] = repeat;
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
        // Most made contact a few times, and what was seen first came first.
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

    private int firstAfter(int start, boolean inclusive, int[] contacts, int count) {
        int next = 0;
        int above = count;
        while (next < above) {
            int middle = (next + above) >>> 1;
            int order = compareTimes(contacts[middle], start);
            if (order < 0 || (order == 0 && !inclusive)) {
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

    /** Hands out each customer and category once, in order, and each with its contacts before its starts, by time and id. */
    void orderedGroups(GroupSink group) {
        int[] order = ordered(IntStream.range(0, size).toArray());
        if (size > 0) {
            split(order, 0, size, group);
        }
    }

    /** Whether it stands where {@link #orderedGroups} has it, behind the one before it, and in the same group if it should. */
    boolean isInOrder(int one, boolean inGroup) {
        return one == 0 || (order().compare(one - 1, one) <= 0 && sameKey(one - 1, one) == inGroup);
    }

    private Comparator<Integer> order() {
        return Comparator.<Integer, String>comparing(this::customer)
                .thenComparing(this::category)
                .thenComparing(one -> starts[one] != null)
                .thenComparing(this::compareTimes)
                .thenComparing(one -> starts[one], Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private int[] ordered(int... numbers) {
        return Arrays.stream(numbers)
                .boxed()
                .sorted(order())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean sameKey(int one, int other) {
        return customers[one].equals(customers[other]) && categories[one].equals(categories[other]);
    }
}
