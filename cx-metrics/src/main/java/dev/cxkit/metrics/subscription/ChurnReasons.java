package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.ProportionInterval;
import dev.cxkit.metrics.survival.CumulativeIncidence;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Why customers left in a window: every churn movement in it, by reason and by the amount per month that went with it. One that gives no
 * reason is under {@link #UNKNOWN} and stays in the base.
 *
 * @param rule what a churn with several reasons adds to each
 * @param churned how many churn movements there were
 * @param amount the amount per month that they had before, in the smallest unit of the currency
 * @param voluntary how many of them the customer wanted
 * @param involuntary how many the customer did not want; of the others it is not known
 * @param reasons the reasons, the most frequent first
 */
public record ChurnReasons(
        ReasonRule rule, long churned, long amount, long voluntary, long involuntary, List<Reason> reasons) {

    /** The reason of a churn that gives none. */
    public static final String UNKNOWN = "unknown";

    /** Copies the list. */
    public ChurnReasons {
        requireNonNull(rule, "rule");
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason.
     *
     * @param name the reason in the host's words
     * @param count how many left for it; may be a fraction where churn has several reasons
     * @param amount the amount per month that left with them, in the smallest unit of the currency
     */
    public record Reason(String name, double count, double amount) {

        /** Checks the name. */
        public Reason {
            requireNonNull(name, "name");
        }
    }

    private record Loss(String reason, long parts, long amount) {}

    private record Sum(long parts, long amount) {}

    private record Totals(long churned, long amount, long voluntary, long involuntary) {}

    /**
     * Returns the metric of a window. Memory: 100 bytes for each reason, of which there may be 10,000; free text belongs sorted into
     * reasons first.
     *
     * @param currency a subscription in another one is refused by name
     */
    public static Metric<Subscription, ChurnReasons> in(TimeRange window, Currency currency, ReasonRule rule) {
        requireNonNull(window, "window");
        requireNonNull(currency, "currency");
        String name = "churn reasons(" + rule + "," + currency + "," + window + ")";
        return Metric.both(
                Sums.metric(
                        name,
                        4,
                        (of, to) -> totals(RecurringUnit.of(of, currency), window, to),
                        sums -> new Totals(sums[0], sums[1], sums[2], sums[3])),
                Sums.metric(name, 2, ChurnReasons::write, sums -> new Sum(sums[0], sums[1]))
                        .by(Loss::reason)
                        .onEach(of -> losses(of, window, rule)),
                (totals, sums) -> new ChurnReasons(
                        rule,
                        totals.churned,
                        totals.amount,
                        totals.voluntary,
                        totals.involuntary,
                        ordered(sums.each())));
    }

    private record Tenure(SurvivalTime lasting, String reason) {}

    /**
     * Returns the metric of the share of customers who have left for each reason by a time since they began, in days of 24 hours, with
     * those who are still there taken in. Only the first time that somebody leaves counts, and the first of several reasons. Parts that
     * are merged must be as of one instant.
     *
     * @param asOf what happens then or later is not looked at
     */
    public static Metric<Subscription, CumulativeIncidence<String>> incidence(Instant asOf) {
        requireNonNull(asOf, "asOf");
        return CumulativeIncidence.metric(Tenure::lasting, Tenure::reason)
                .onEach(of -> of.startedAt().isBefore(asOf) ? List.of(tenure(of, asOf)) : List.of());
    }

    private static Tenure tenure(Subscription of, Instant asOf) {
        for (Movement movement : of.movements()) {
            if (movement.kind() == Movement.Kind.CHURN && movement.occurredAt().isBefore(asOf)) {
                return new Tenure(
                        new SurvivalTime(days(of, movement.occurredAt()), true),
                        ReasonRule.FIRST.named(movement.reasons()).get(0));
            }
        }
        return new Tenure(new SurvivalTime(days(of, asOf), false), UNKNOWN);
    }

    private static double days(Subscription of, Instant to) {
        return Duration.between(of.startedAt(), to).toMillis() / 86_400_000.0;
    }

    private static void write(Loss loss, long[] to) {
        to[0] = loss.parts;
        to[1] = Math.multiplyExact(loss.parts, loss.amount);
    }

    private static void totals(Subscription of, TimeRange window, long[] to) {
        for (int i = 1; i < of.movements().size(); i++) {
            Movement movement = of.movements().get(i);
            if (isChurn(movement, window)) {
                to[0]++;
                to[1] = Math.addExact(to[1], before(of, i));
                to[2] += Boolean.TRUE.equals(movement.voluntary()) ? 1 : 0;
                to[3] += Boolean.FALSE.equals(movement.voluntary()) ? 1 : 0;
            }
        }
    }

    private static List<Loss> losses(Subscription of, TimeRange window, ReasonRule rule) {
        List<Loss> losses = new ArrayList<>();
        for (int i = 1; i < of.movements().size(); i++) {
            Movement movement = of.movements().get(i);
            if (isChurn(movement, window)) {
                List<String> named = rule.named(movement.reasons());
                for (String reason : named) {
                    losses.add(new Loss(reason, rule.part(named.size()), before(of, i)));
                }
            }
        }
        return losses;
    }

    private static boolean isChurn(Movement movement, TimeRange window) {
        return movement.kind() == Movement.Kind.CHURN && window.contains(movement.occurredAt());
    }

    private static long before(Subscription of, int index) {
        return of.movements().get(index - 1).recurring().minorUnits();
    }

    private static List<Reason> ordered(Map<String, Sum> sums) {
        double whole = ReasonRule.WHOLE;
        return sums.entrySet().stream()
                .map(each -> new Reason(each.getKey(), each.getValue().parts / whole, each.getValue().amount / whole))
                .sorted(Comparator.comparingDouble(Reason::count).reversed().thenComparing(Reason::name))
                .toList();
    }

    /** Returns the reasons with the largest amount first. */
    public List<Reason> byAmount() {
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::amount).reversed().thenComparing(Reason::name))
                .toList();
    }

    /** Returns the share of all churn that has the reason, with Wilson's interval; empty if nobody left. 0 for a reason that is not there. */
    public Optional<Estimate> share(String reason) {
        requireNonNull(reason, "reason");
        double count = reasons.stream()
                .filter(each -> each.name.equals(reason))
                .mapToDouble(Reason::count)
                .sum();
        return churned == 0
                ? Optional.empty()
                : Optional.of(ProportionInterval.WILSON.of(count / churned, churned, Estimate.DEFAULT_LEVEL));
    }

    /**
     * Returns by how much the share of each reason is higher here than in an earlier window, with Newcombe's interval and the p of the
     * pooled test; of many reasons some differ by chance. Empty if nobody left in one of the windows.
     *
     * @throws IllegalArgumentException if the rules differ
     */
    public Map<String, Difference> minus(ChurnReasons earlier) {
        if (rule != earlier.rule) {
            throw new IllegalArgumentException("reasons are counted by " + rule + " and " + earlier.rule);
        }
        TreeSet<String> names = new TreeSet<>();
        reasons.forEach(reason -> names.add(reason.name));
        earlier.reasons.forEach(reason -> names.add(reason.name));
        Map<String, Difference> changes = new LinkedHashMap<>();
        for (String name : names) {
            share(name)
                    .ifPresent(now ->
                            earlier.share(name).ifPresent(then -> changes.put(name, Difference.between(now, then))));
        }
        return changes;
    }
}
