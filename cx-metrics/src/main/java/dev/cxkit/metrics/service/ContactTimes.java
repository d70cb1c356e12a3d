package dev.cxkit.metrics.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
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

    /** The ids that a contact follows from, sorted, by the number of the contact; few follow from anything. */
    private final Map<Integer, List<String>> follows = new HashMap<>();

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

    /** Adds a contact that follows from these, which are sorted. */
    void addFollowing(String customer, String category, Instant at, List<String> ids) {
        if (!ids.isEmpty()) {
            follows.put(size, ids);
        }
        add(customer, category, at, null);
    }

    List<String> follows(int one) {
        return follows.getOrDefault(one, List.of());
    }

    void addAll(ContactTimes other) {
        for (int i = 0; i < other.size; i++) {
            if (other.starts[i] == null) {
                addFollowing(other.customers[i], other.categories[i], other.at(i), other.follows(i));
            } else {
                add(other.customers[i], other.categories[i], other.at(i), other.starts[i]);
            }
        }
    }

    /** Is told of each start of a window, and whether its customer made a repeat contact in its category. */
    interface RepeatSink {

        void accept(int one, boolean repeat);
    }

    /**
     * Which contacts are a repeat of which start.
     *
     * @param window how long after the start
     * @param inclusive whether a contact at the very instant of the start is one
     * @param once whether a contact is a repeat of the last start before it alone
     */
    record Rule(Duration window, boolean inclusive, boolean once) {

        boolean after(int order) {
            return order > 0 || (order == 0 && inclusive);
        }
    }

    /** Tells of each start whether a contact that follows from it, or of the same customer and category, came within the window. */
    void eachAnchor(Rule rule, RepeatSink sink) {
        boolean[] repeats = new boolean[size];
        BitSet taken = follow(rule, repeats);
        long[] keys = new long[size];
        Arrays.setAll(keys, i -> ((long) hashes[i] << 32) | i);
        Arrays.sort(keys);
        int[] order = new int[size];
        Arrays.setAll(order, i -> (int) keys[i]);
        int from = 0;
        for (int to = 1; to <= size; to++) {
            if (to == size || keys[to - 1] >> 32 != keys[to] >> 32) {
                if (!search(order, from, to, rule, taken, repeats)) {
                    int[] apart = ordered(Arrays.copyOfRange(order, from, to));
                    split(apart, 0, apart.length, (all, first, last) -> search(all, first, last, rule, taken, repeats));
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

    /** Finds the starts that contacts follow from by name; returns the contacts that have their start, if each has one alone. */
    private BitSet follow(Rule rule, boolean[] repeats) {
        BitSet taken = new BitSet();
        Map<String, List<Integer>> named = new HashMap<>();
        follows.values().forEach(ids -> ids.forEach(id -> named.put(id, new ArrayList<>(2))));
        for (int i = 0; i < size && !named.isEmpty(); i++) {
            List<Integer> known = starts[i] == null ? null : named.get(starts[i]);
            if (known != null) {
                known.add(i);
            }
        }
        follows.forEach((contact, ids) -> {
            int last = -1;
            for (String id : ids) {
                for (int start : named.getOrDefault(id, List.of())) {
                    if (isRepeat(rule, start, contact)) {
                        repeats[start] |= !rule.once;
                        last = last < 0 || compareStarts(last, start) < 0 ? start : last;
                    }
                }
            }
            if (rule.once && last >= 0) {
                repeats[last] = true;
                taken.set(contact);
            }
        });
        return taken;
    }

    private boolean isRepeat(Rule rule, int start, int contact) {
        return rule.after(compareTimes(contact, start))
                && !at(contact).isAfter(at(start).plus(rule.window));
    }

    /** By time; of one instant the one of the lowest id is the last. */
    private int compareStarts(int one, int other) {
        int order = compareTimes(one, other);
        return order != 0 ? order : String.valueOf(starts[other]).compareTo(String.valueOf(starts[one]));
    }

    /**
     * Finds the starts of a group that have a repeat contact; false if a contact in the window was of another customer or category, so that
     * nothing is known. Texts are compared last: those of one hash are nearly always the same, and to look at them is slow.
     */
    private boolean search(int[] order, int from, int to, Rule rule, BitSet taken, boolean[] repeats) {
        int[] contacts = new int[to - from];
        int[] begun = new int[to - from];
        int count = 0;
        int startCount = 0;
        for (int i = from; i < to; i++) {
            if (starts[order[i]] != null) {
                begun[startCount++] = order[i];
            } else if (!taken.get(order[i])) {
                contacts[count++] = order[i];
            }
        }
        if (rule.once) {
            sort(begun, startCount, this::compareStarts);
            return searchOnce(contacts, count, begun, startCount, rule, repeats);
        }
        sort(contacts, count, this::compareTimes);
        for (int i = 0; i < startCount; i++) {
            int start = begun[i];
            int next = places(contacts, count, contact -> !rule.after(compareTimes(contact, start)));
            boolean repeat = next < count && isRepeat(rule, start, contacts[next]);
            if (repeat && !sameKey(start, contacts[next])) {
                return false;
            }
            repeats[start] |= repeat;
        }
        return true;
    }

    private boolean searchOnce(int[] contacts, int count, int[] begun, int startCount, Rule rule, boolean[] repeats) {
        for (int i = 0; i < count; i++) {
            int contact = contacts[i];
            int last = places(begun, startCount, start -> rule.after(compareTimes(contact, start))) - 1;
            if (last >= 0 && isRepeat(rule, begun[last], contact)) {
                if (!sameKey(begun[last], contact)) {
                    return false;
                }
                repeats[begun[last]] = true;
            }
        }
        return true;
    }

    /** How many of the first are as wanted, where all that are come before all that are not. */
    private static int places(int[] numbers, int count, IntPredicate wanted) {
        int next = 0;
        int above = count;
        while (next < above) {
            int middle = (next + above) >>> 1;
            if (wanted.test(numbers[middle])) {
                next = middle + 1;
            } else {
                above = middle;
            }
        }
        return next;
    }

    private static void sort(int[] numbers, int count, IntBinaryOperator order) {
        if (count > LEAST) {
            int[] sorted = Arrays.stream(numbers, 0, count)
                    .boxed()
                    .sorted(order::applyAsInt)
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, numbers, 0, count);
            return;
        }
        // Most made contact a few times, and what was seen first came first.
        for (int i = 1; i < count; i++) {
            int number = numbers[i];
            int to = i;
            while (to > 0 && order.applyAsInt(number, numbers[to - 1]) < 0) {
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
                .thenComparing(one -> starts[one], Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(
                        this::follows,
                        (one, other) -> Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new)));
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
