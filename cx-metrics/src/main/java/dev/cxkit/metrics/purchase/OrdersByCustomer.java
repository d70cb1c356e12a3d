package dev.cxkit.metrics.purchase;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts orders together by customer; they become purchases only when the answer is asked for. */
final class OrdersByCustomer implements StateMetric.State<Order, OrdersByCustomer> {

    private final OrderLog log;
    private final Map<CustomerId, OrderRows> customers = new HashMap<>();

    OrdersByCustomer(OrderLog log) {
        this.log = log;
    }

    @Override
    public void add(Order order) {
        OrderRows known = customers.get(order.customer());
        OrderRows rows = known == null ? new OrderRows() : known;
        rows.add(log, order);
        if (known == null) {
            customers.put(order.customer(), rows);
        }
    }

    <R> R result(Metric<Purchases, R> question) {
        Accumulator<Purchases, R> answer = question.start();
        customers.forEach((customer, rows) -> answer.add(rows.purchases(log, customer)));
        return answer.result();
    }

    @Override
    public void merge(OrdersByCustomer other) {
        other.customers.forEach((customer, rows) ->
                customers.computeIfAbsent(customer, key -> new OrderRows()).add(rows));
    }

    @Override
    public void write(StateOutput out) {
        out.count(customers.size());
        new TreeMap<>(customers).forEach((customer, rows) -> {
            out.text(customer.value());
            rows.write(out);
        });
    }

    @Override
    public void read(StateInput in) {
        int size = in.size(4);
        CustomerId customer = null;
        long gross = 0;
        for (int i = 0; i < size; i++) {
            customer = in.rising(customer, CustomerId.of(in.text()));
            OrderRows rows = new OrderRows();
            gross = Math.addExact(gross, rows.read(in));
            customers.put(customer, rows);
        }
    }
}
