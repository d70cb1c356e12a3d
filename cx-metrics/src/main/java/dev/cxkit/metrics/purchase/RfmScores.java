package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@index RFM} values and scores of each customer, with the cut points by which they were scored.
 *
 * <ul>
 *   <li>The highest score is best on each axis.
 *   <li>Cut points are empty without customers.
 *   <li>{@link #segments} sorts the customers into segments by rules of the host.
 * </ul>
 *
 * @param rule the rule by which they were scored
 * @param recency the cut points of the ticks since the last purchase, ascending: the highest value of each group but the last. Under
 *     {@link RfmRule.Cuts#NTILE} the same value may also be in the next group
 * @param frequency the cut points of the number of purchases
 * @param monetary the cut points of the monetary value, in the smallest unit of the currency
 * @param customers in the order of their ids
 */
public record RfmScores(
        RfmRule rule, List<Double> recency, List<Double> frequency, List<Double> monetary, List<Scored> customers)
        implements Result {

    /** The name of the segment of customers whom no rule fits. */
    public static final String OTHER = "other";

    /**
     * A customer with values and scores.
     *
     * @param customer the customer
     * @param recency ticks since the last purchase
     * @param frequency the number of purchases
     * @param spent the amount of all purchases, in the smallest unit of the currency
     * @param r the score of recency, from 1
     * @param f the score of frequency, from 1
     * @param m the score of the monetary value, from 1
     */
    public record Scored(CustomerId customer, long recency, long frequency, long spent, int r, int f, int m)
            implements Result {

        /** Checks that there is a customer. */
        public Scored {
            requireNonNull(customer, "customer");
        }

        /** Returns the components. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("customer", customer)
                    .with("recency", recency)
                    .with("frequency", frequency)
                    .with("spent", spent)
                    .with("r", r)
                    .with("f", f)
                    .with("m", m)
                    .map();
        }
    }

    /**
     * The customers of one segment.
     *
     * @param name the name of the rule
     * @param customers the customers of the segment, of all customers
     * @param spent the amount of all their purchases, in the smallest unit of the currency
     */
    public record Segment(String name, Proportion customers, long spent) implements Result {
        /** Returns the components. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("name", name)
                    .with("customers", customers)
                    .with("spent", spent)
                    .map();
        }
    }

    /** Copies the lists. */
    public RfmScores {
        requireNonNull(rule, "rule");
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        monetary = List.copyOf(monetary);
        customers = List.copyOf(customers);
    }

    /** Returns the segments in the order of the rules, empty ones too, and then {@link #OTHER} if no rule fits some customers. */
    public List<Segment> segments(List<RfmSegment> rules) {
        long[] counts = new long[rules.size() + 1];
        long[] spent = new long[rules.size() + 1];
        for (Scored each : customers) {
            int rule = 0;
            while (rule < rules.size() && !fits(rules.get(rule), each)) {
                rule++;
            }
            counts[rule]++;
            spent[rule] = Math.addExact(spent[rule], each.spent);
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (i < rules.size() || counts[i] > 0) {
                String name = i < rules.size() ? rules.get(i).name() : OTHER;
                segments.add(new Segment(name, Proportion.of(counts[i], customers.size()), spent[i]));
            }
        }
        return segments;
    }

    private static boolean fits(RfmSegment rule, Scored customer) {
        return rule.recency().has(customer.r)
                && rule.frequency().has(customer.f)
                && rule.monetary().has(customer.m);
    }

    /** Returns the cut points, the scored {@code customers}, and of the rule {@code cuts}, {@code spending} and {@code bins}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("recency", recency)
                .with("frequency", frequency)
                .with("monetary", monetary)
                .with("customers", customers)
                .with("cuts", rule.cuts())
                .with("spending", rule.spending())
                .with("bins", rule.bins())
                .map();
    }
}
