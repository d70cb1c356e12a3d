package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.ProportionInterval;
import dev.cxkit.metrics.survival.CumulativeIncidence;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * {@index "Churn reasons"} of a window: churn events and the monthly recurring revenue lost with them, by reason.
 *
 * <ul>
 *   <li>Counted: every churn movement in the window, also two of one customer.
 *   <li>A churn event without a reason is under {@link #UNKNOWN} and stays in the denominator.
 *   <li>One with several reasons is counted by the {@link ReasonRule}.
 *   <li>The amount lost is the recurring amount just before the churn.
 *   <li>Shares are empty without churn, and 0 for a reason that nobody gave.
 *   <li>How the share of each reason grows with time since the start, as competing risks: {@link #metric(Instant)}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Movement;
 * import dev.cxkit.core.commerce.Subscription;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.time.TimeRange;
 * import dev.cxkit.metrics.subscription.ChurnReasons;
 * import dev.cxkit.metrics.subscription.ReasonRule;
 * import java.time.Instant;
 * import java.util.Currency;
 * import java.util.List;
 *
 * Movement start = Movement.of(Movement.Kind.START, Instant.parse("2026-01-01T00:00:00Z"), Money.of("50", "EUR"));
 * Movement churn = Movement.of(Movement.Kind.CHURN, Instant.parse("2026-03-10T00:00:00Z"), Money.of("0", "EUR"));
 * List<Subscription> subscriptions = List.of(
 *         Subscription.of("s1", CustomerId.of("ann"), start, churn.withReasons("price")),
 *         Subscription.of("s2", CustomerId.of("ben"), start, churn.withReasons("price", "support")),
 *         Subscription.of("s3", CustomerId.of("cem"), start, churn));
 * TimeRange march = TimeRange.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
 * ChurnReasons.metric(Currency.getInstance("EUR"), ReasonRule.SPLIT, march).over(subscriptions).reasons().forEach(reason ->
 *         System.out.println(reason.name() + ": " + reason.count()));
 * // -> price: 1.5
 * // -> unknown: 1.0
 * // -> support: 0.5
 * }</pre>
 *
 * @param rule how a churn event with several reasons is counted
 * @param churned the number of churn events
 * @param amount the recurring amount per month lost with them, in the smallest unit of the currency
 * @param voluntary the churn events that the customer wanted
 * @param involuntary the churn events that the customer did not want; of the others it is not known
 * @param reasons the reasons, the most frequent first
 */
public record ChurnReasons(
        ReasonRule rule, long churned, long amount, long voluntary, long involuntary, List<Reason> reasons)
        implements Result {

    /** The reason of a churn event that gives none. */
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
     * @param count the churn events of the reason; may be a fraction where one has several reasons
     * @param amount the recurring amount per month lost with them, in the smallest unit of the currency
     */
    public record Reason(String name, double count, double amount) implements Result {

        /** Checks the name. */
        public Reason {
            requireNonNull(name, "name");
        }

        /** Returns the components. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("name", name)
                    .with("count", count)
                    .with("amount", amount)
                    .map();
        }
    }

    /** The units of a smallest unit of the currency in which what a term leaves of it is counted. */
    private static final long PARTS = Movement.COMMON_TERM;

    private record Loss(String reason, long parts, Movement before) {}

    private record Sum(long parts, double amount) {}

    private record Totals(long churned, long amount, long voluntary, long involuntary) {}

    /**
     * Returns the metric of a window. Memory: 100 bytes for each reason, of which there may be 10,000; sort free text into reasons first.
     *
     * @param currency the currency of all subscriptions; one in another currency is refused by name
     * @param rule how a churn event with several reasons is counted
     * @param window the window
     */
    public static Metric<Subscription, ChurnReasons> metric(Currency currency, ReasonRule rule, TimeRange window) {
        requireNonNull(rule, "rule");
        requireNonNull(window, "window");
        String name = Definition.of("churn reasons", rule, currency.getCurrencyCode(), window.from(), window.to());
        return Metric.both(
                Sums.metric(
                        name,
                        5,
                        (subscription, sums) -> totals(subscription, currency, window, sums),
                        sums -> new Totals(
                                sums[0],
                                Math.addExact(sums[1], WideSums.rounded(BigInteger.valueOf(sums[2]), PARTS)),
                                sums[3],
                                sums[4])),
                Sums.metric(name, 3, ChurnReasons::write, sums -> new Sum(sums[0], sums[1] + (double) sums[2] / PARTS))
                        .by(Loss::reason)
                        .onEach(subscription -> losses(subscription, window, rule)),
                (totals, sums) -> new ChurnReasons(
                        rule,
                        totals.churned,
                        totals.amount,
                        totals.voluntary,
                        totals.involuntary,
                        ordered(sums.each())));
    }

    private record Tenure(SurvivalTime time, String reason) {}

    /**
     * Returns the metric of the {@index "cumulative incidence"} of churn by reason: the share of customers who have churned for each reason
     * by a time since the start, in days of 24 hours, with the reasons as competing risks.
     *
     * <ul>
     *   <li>Counted: subscriptions that started before {@code asOf}; those without churn by then are right-censored.
     *   <li>Only the first churn of a subscription counts, and the first of its reasons.
     * </ul>
     *
     * @param asOf movements then or later are not seen
     */
    public static Metric<Subscription, CumulativeIncidence<String>> metric(Instant asOf) {
        requireNonNull(asOf, "asOf");
        return CumulativeIncidence.metric(Tenure::time, Tenure::reason)
                .<Subscription>onEach(subscription ->
                        subscription.startedAt().isBefore(asOf) ? List.of(tenure(subscription, asOf)) : List.of())
                .named(Definition.of("incidence of churn by reason", asOf));
    }

    private static Tenure tenure(Subscription subscription, Instant asOf) {
        for (Movement movement : subscription.movements()) {
            if (movement.kind() == Movement.Kind.CHURN && movement.occurredAt().isBefore(asOf)) {
                return new Tenure(
                        new SurvivalTime(days(subscription, movement.occurredAt()), true),
                        ReasonRule.FIRST.named(movement.reasons()).get(0));
            }
        }
        return new Tenure(new SurvivalTime(days(subscription, asOf), false), UNKNOWN);
    }

    private static double days(Subscription subscription, Instant to) {
        return Duration.between(subscription.startedAt(), to).toMillis() / 86_400_000.0;
    }

    private static void write(Loss loss, long[] sums) {
        sums[0] = loss.parts;
        sums[1] = Math.multiplyExact(loss.parts, loss.before.recurring().minorUnits() / loss.before.term());
        sums[2] = loss.parts * rest(loss.before);
    }

    private static void totals(Subscription subscription, Currency currency, TimeRange window, long[] sums) {
        RecurringUnit.check(subscription, currency);
        churns(subscription, window).forEach(i -> {
            Movement churn = subscription.movements().get(i);
            sums[0]++;
            Movement before = subscription.movements().get(i - 1);
            sums[1] = Math.addExact(sums[1], before.recurring().minorUnits() / before.term());
            sums[2] += rest(before);
            sums[3] += Boolean.TRUE.equals(churn.voluntary()) ? 1 : 0;
            sums[4] += Boolean.FALSE.equals(churn.voluntary()) ? 1 : 0;
        });
    }

    private static List<Loss> losses(Subscription subscription, TimeRange window, ReasonRule rule) {
        List<Loss> losses = new ArrayList<>();
        churns(subscription, window).forEach(i -> {
            List<String> named = rule.named(subscription.movements().get(i).reasons());
            named.forEach(reason -> losses.add(new Loss(
                    reason, rule.part(named.size()), subscription.movements().get(i - 1))));
        });
        return losses;
    }

    /** The places of the churn movements in the window; the first movement is a start. */
    private static IntStream churns(Subscription subscription, TimeRange window) {
        List<Movement> movements = subscription.movements();
        return IntStream.range(1, movements.size())
                .filter(i -> movements.get(i).kind() == Movement.Kind.CHURN
                        && window.contains(movements.get(i).occurredAt()));
    }

    /** What of an amount per month is below the smallest unit of the currency, in {@link #PARTS}. */
    private static long rest(Movement movement) {
        return movement.recurring().minorUnits() % movement.term() * (PARTS / movement.term());
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

    /** Returns the share of churn events that have the reason, with Wilson's interval; empty without churn, 0 for a reason nobody gave. */
    public Optional<Estimate> share(String reason) {
        double count = sum(reason, Reason::count);
        return churned == 0
                ? Optional.empty()
                : Optional.of(ProportionInterval.WILSON.of(count / churned, churned, Estimate.DEFAULT_LEVEL));
    }

    /** Returns the share of the lost amount that has the reason, 0..1; empty where nothing was lost, 0 for a reason nobody gave. */
    public OptionalDouble amountShare(String reason) {
        double lost = sum(reason, Reason::amount);
        return amount == 0 ? OptionalDouble.empty() : OptionalDouble.of(lost / amount);
    }

    private double sum(String reason, ToDoubleFunction<Reason> of) {
        requireNonNull(reason, "reason");
        return reasons.stream()
                .filter(each -> each.name.equals(reason))
                .mapToDouble(of)
                .sum();
    }

    /**
     * Returns the difference of the share of each reason to that of an earlier window, with Newcombe's interval and the p-value of the
     * pooled test; of many reasons some differ by chance. Empty without churn in one of the windows.
     *
     * @throws IllegalArgumentException if the rules differ
     */
    public Map<String, Difference> minus(ChurnReasons earlier) {
        Require.that(rule == earlier.rule, () -> "reasons are counted by " + rule + " and " + earlier.rule);
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

    /** Returns the counts, the {@code reasons} each with its {@code share} and {@code amountShare}, and the {@code rule}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("churned", churned)
                .with("amount", amount)
                .with("voluntary", voluntary)
                .with("involuntary", involuntary)
                .with(
                        "reasons",
                        reasons.stream()
                                .map(reason -> Document.of(Optional.of(reason))
                                        .with("share", share(reason.name))
                                        .with("amountShare", amountShare(reason.name))
                                        .map())
                                .toList())
                .with("rule", rule)
                .map();
    }
}
