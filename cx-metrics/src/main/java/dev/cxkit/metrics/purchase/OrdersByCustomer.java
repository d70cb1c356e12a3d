package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Puts orders together by customer; they become purchases only when the answer is asked for. */
record OrdersByCustomer<R>(OrderLog log, Metric<Purchases, R> question) implements Metric<Order, R> {

    OrdersByCustomer {
        requireNonNull(log, "log");
        requireNonNull(question, "question");
    }

    @Override
    public String definition() {
        return Definition.of("orders", log.currency().getCurrencyCode());
    }

    @Override
    public Accumulator<Order, R> start() {
        return new State<>(this);
    }

    private static final class State<R> extends Accumulator<Order, R> {

        private final OrdersByCustomer<R> metric;
        private final Map<CustomerId, OrderRows> customers = new HashMap<>();

        State(OrdersByCustomer<R> metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Order order) {
            OrderRows known = customers.get(order.customer());
            OrderRows rows = known == null ? new OrderRows() : known;
            rows.add(metric.log, order);
            if (known == null) {
                customers.put(order.customer(), rows);
            }
        }

        @Override
        public R result() {
            Accumulator<Purchases, R> answer = metric.question.start();
            customers.forEach((customer, rows) -> answer.add(rows.purchases(metric.log, customer)));
            return answer.result();
        }

        @Override
        @SuppressWarnings("unchecked")
        protected void absorb(Accumulator<Order, R> other) {
            ((State<R>) other)
                    .customers.forEach((customer, rows) -> customers
                            .computeIfAbsent(customer, key -> new OrderRows())
                            .add(rows));
        }

        @Override
        protected void write(StateOutput out) {
            out.count(customers.size());
            new TreeMap<>(customers).forEach((customer, rows) -> {
                out.text(customer.value());
                rows.write(out);
            });
        }

        @Override
        protected void read(StateInput in) {
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
}
