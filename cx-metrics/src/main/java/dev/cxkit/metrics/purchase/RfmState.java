package dev.cxkit.metrics.purchase;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the values that are scored of each customer. */
final class RfmState implements StateMetric.State<Purchases, RfmState> {

    private final List<Entry> entries = new ArrayList<>();

    /** What is scored of one customer. */
    record Entry(CustomerId customer, long recency, long frequency, long spent) {

        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::customer)
                .thenComparingLong(Entry::recency)
                .thenComparingLong(Entry::frequency)
                .thenComparingLong(Entry::spent);
    }

    @Override
    public void add(Purchases purchases) {
        if (purchases.size() > 0) {
            entries.add(new Entry(
                    purchases.customer(), purchases.sinceLastPurchase(), purchases.size(), purchases.revenue()));
        }
    }

    List<Entry> sorted() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Entry.ORDER);
        return sorted;
    }

    @Override
    public void merge(RfmState other) {
        entries.addAll(other.entries);
    }

    @Override
    public void write(StateOutput out) {
        out.count(entries.size());
        sorted().forEach(entry -> {
            out.text(entry.customer.value());
            out.count(entry.recency);
            out.count(entry.frequency - 1);
            out.count(entry.spent);
        });
    }

    @Override
    public void read(StateInput in) {
        int size = in.size(4);
        for (int i = 0; i < size; i++) {
            Entry entry = new Entry(CustomerId.of(in.text()), in.count(), Math.addExact(1, in.count()), in.count());
            in.check(i == 0 || Entry.ORDER.compare(entries.get(i - 1), entry) <= 0, "its customers are not in order");
            entries.add(entry);
        }
    }
}
