package dev.cxkit.metrics.purchase;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;

/** The orders and refunds of one customer, in any order. */
final class OrderRows {

    private static final int SMALL = 40;

    private long[] seconds = new long[2];
    private long[] amounts = new long[2];
    private int size;

    /** Adds an order of some form. */
    interface Adding<T> extends Serializable {
        void add(OrderRows rows, T order);
    }

    void add(Currency currency, Order order) {
        if (!order.amount().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "order " + order.id() + " is in " + order.amount().currency() + "; this log is of " + currency);
        }
        long second = second("order " + order.id(), order.occurredAt());
        long net = order.net().minorUnits();
        boolean isOrder = order.amount().signum() >= 0;
        if (isOrder) {
            add(second, Math.max(0, net));
        }
        if (net < 0) {
            add(second, net);
        }
    }

    void add(Instant at, long amount) {
        add(second("an order", at), amount);
    }

    private static long second(String order, Instant at) {
        long second = at.getEpochSecond();
        Require.that(OrderLog.isInRange(second), () -> order + " at " + at + " is outside the years 1..9999");
        return second;
    }

    private void add(long second, long amount) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        seconds[size] = second;
        amounts[size++] = amount;
    }

    void add(OrderRows other) {
        for (int i = 0; i < other.size; i++) {
            add(other.seconds[i], other.amounts[i]);
        }
    }

    Purchases purchases(OrderLog log, CustomerId customer) {
        long[] ticks = new long[size];
        long[] paid = new long[size];
        int seen = 0;
        long end = log.to().getEpochSecond();
        for (int i = 0; i < size; i++) {
            if (seconds[i] < end) {
                ticks[seen] = log.purchaseRule().tick(seconds[i]);
                paid[seen++] = amounts[i];
            }
        }
        sort(ticks, paid, 0, seen);
        return Purchases.ofSorted(log, customer, ticks, paid, 0, seen);
    }

    void write(StateOutput out) {
        sort(seconds, amounts, 0, size);
        out.count(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            out.integer(seconds[i] - before);
            out.integer(amounts[i]);
            before = seconds[i];
        }
    }

    long read(StateInput in) {
        int count = in.size(2);
        in.check(count > 0, "a customer has no orders");
        long gross = 0;
        for (int i = 0; i < count; i++) {
            long second = Math.addExact(i == 0 ? 0 : seconds[i - 1], in.integer());
            in.check(OrderLog.isInRange(second), "an order is outside the years 1..9999");
            add(second, in.integer());
            in.check(i == 0 || !isBelow(seconds, amounts, i, i - 1), "its orders are not in order");
            gross = Math.addExact(gross, Math.absExact(amounts[i]));
        }
        return gross;
    }

    /** Sorts pairs by their keys, then by their values: in place, at once where they are in order already. */
    static void sort(long[] keys, long[] values, int from, int to) {
        int sorted = from + 1;
        while (sorted < to && !isBelow(keys, values, sorted, sorted - 1)) {
            sorted++;
        }
        if (sorted >= to) {
            return;
        }
        if (to - from <= SMALL) {
            insert(keys, values, from, sorted, to);
        } else {
            for (int i = (to - from) / 2 - 1; i >= 0; i--) {
                sink(keys, values, from, i, to - from);
            }
            for (int end = to - from - 1; end > 0; end--) {
                swap(keys, values, from, from + end);
                sink(keys, values, from, 0, end);
            }
        }
    }

    private static void insert(long[] keys, long[] values, int from, int sorted, int to) {
        for (int i = sorted; i < to; i++) {
            for (int j = i; j > from && isBelow(keys, values, j, j - 1); j--) {
                swap(keys, values, j, j - 1);
            }
        }
    }

    /** Heap sort: no worst case, and nothing to allocate. */
    private static void sink(long[] keys, long[] values, int from, int root, int size) {
        int parent = root;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && isBelow(keys, values, from + child, from + child + 1)) {
                child++;
            }
            if (!isBelow(keys, values, from + parent, from + child)) {
                return;
            }
            swap(keys, values, from + parent, from + child);
            parent = child;
        }
    }

    private static boolean isBelow(long[] keys, long[] values, int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && values[a] < values[b]);
    }

    private static void swap(long[] keys, long[] values, int a, int b) {
        long key = keys[a];
        long value = values[a];
        keys[a] = keys[b];
        values[a] = values[b];
        keys[b] = key;
        values[b] = value;
    }
}
