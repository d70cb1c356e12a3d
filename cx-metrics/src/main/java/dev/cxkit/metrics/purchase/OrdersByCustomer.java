package dev.cxkit.metrics.purchase;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts orders together by customer; they become purchases only when the answer is asked for. */
final class OrdersByCustomer<T> implements StateMetric.State<T, OrdersByCustomer<T>> {

    private final Fn<? super T, CustomerId> customer;
    private final OrderRows.Adding<? super T> adding;
    private final Map<CustomerId, OrderRows> customers = new HashMap<>();

    OrdersByCustomer(Fn<? super T, CustomerId> customer, OrderRows.Adding<? super T> adding) {
        this.customer = customer;
        this.adding = adding;
    }

    @Override
    public void add(T order) {
        CustomerId buyer = customer.apply(order);
        OrderRows known = customers.get(buyer);
        OrderRows rows = known == null ? new OrderRows() : known;
        adding.add(rows, order);
        if (known == null) {
            customers.put(buyer, rows);
        }
    }

    /** The purchases of each customer, made while they are walked through. */
    Iterable<Purchases> purchases(OrderLog log) {
        return () -> customers.entrySet().stream()
                .map(each -> each.getValue().purchases(log, each.getKey()))
                .iterator();
    }

    @Override
    public void merge(OrdersByCustomer<T> other) {
        other.customers.forEach((buyer, rows) ->
                customers.computeIfAbsent(buyer, key -> new OrderRows()).add(rows));
    }

    @Override
    public void write(StateOutput out) {
        out.count(customers.size());
        new TreeMap<>(customers).forEach((buyer, rows) -> {
            out.text(buyer.value());
            rows.write(out);
        });
    }

    @Override
    public void read(StateInput in) {
        int size = in.size(4);
        CustomerId buyer = null;
        long gross = 0;
        for (int i = 0; i < size; i++) {
            buyer = in.rising(buyer, CustomerId.of(in.text()));
            OrderRows rows = new OrderRows();
            gross = Math.addExact(gross, rows.read(in));
            customers.put(buyer, rows);
        }
    }
}
