package dev.cxkit.journey.conformance;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the journeys that fulfil or violate each of several {@linkplain JourneyRule constraints}. A configuration that is the metric; the answer
 * is a {@link RuleCount} for each, in the order given.
 *
 * <p>Memory: the rules, each with a few journey ids.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.conformance.JourneyRule;
 * import dev.cxkit.journey.conformance.RuleCheck;
 * import dev.cxkit.journey.conformance.RuleCount;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9", "bob visit 1", "bob order 3")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * RuleCount count = RuleCheck.of(JourneyRule.precedence("basket", "order")).over(journeys).get(0);
 * System.out.println(count.fulfilled() + " fulfilled, " + count.violated() + " violated by " + count.examples());
 * // -> 1 fulfilled, 1 violated by [bob]
 * }</pre>
 *
 * @param rules the rules, at least one, each of another name
 * @param examples how many ids of journeys that violate it are named for each rule, 1..1000
 */
public record RuleCheck(List<JourneyRule> rules, int examples) implements Metric<Journey, List<RuleCount>> {

    private static final int DEFAULT_EXAMPLES = 5;

    /**
     * Throws an {@link IllegalArgumentException} if there is none, or two have one name, or the number of examples is
     * outside 1..1000.
     */
    public RuleCheck {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("there is no rule to check");
        }
        Set<String> names = new HashSet<>();
        for (JourneyRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("rule " + rule.name() + " is there twice");
            }
        }
        Examples.<String>metric(examples, id -> id);
    }

    /**
     * Returns the metric with {@value #DEFAULT_EXAMPLES} examples for each rule.
     *
     * @throws IllegalArgumentException if there is no rule, or two have one name
     */
    public static RuleCheck of(JourneyRule... rules) {
        return new RuleCheck(List.of(rules), DEFAULT_EXAMPLES);
    }

    /**
     * Returns the metric with another number of examples for each rule.
     *
     * @throws IllegalArgumentException if the number is outside 1..1000
     */
    public RuleCheck withExamples(int examples) {
        return new RuleCheck(rules, examples);
    }

    @Override
    public String definition() {
        return Definition.of(
                "rules",
                TieOrder.SEQUENCE,
                examples + " examples",
                rules.stream().map(JourneyRule::name).toList());
    }

    @Override
    public Accumulator<Journey, List<RuleCount>> start() {
        Map<String, Metric<Journey, RuleCount>> counts = new LinkedHashMap<>();
        rules.forEach(rule -> counts.put(rule.name(), count(rule)));
        return Metric.all(counts)
                .then(counted -> List.copyOf(counted.values()))
                .named(definition())
                .start();
    }

    private record Checked(Verdict verdict, String journey) {}

    private Metric<Journey, RuleCount> count(JourneyRule rule) {
        String name = rule.name();
        Metric<Checked, List<Long>> verdicts = Sums.metric("verdicts", 4, RuleCheck::add);
        return Metric.<Checked, List<Long>, List<String>, RuleCount>both(
                        verdicts,
                        Examples.metric(examples, Checked::journey).where(one -> one.verdict == Verdict.VIOLATED),
                        (count, ids) ->
                                new RuleCount(name, count.get(0), count.get(1), count.get(2), count.get(3), ids))
                .on(journey -> new Checked(rule.check(journey), journey.id()));
    }

    private static void add(Checked one, long... counts) {
        counts[
                switch (one.verdict) {
                    case FULFILLED -> 0;
                    case VIOLATED -> 1;
                    case PENDING -> 2;
                    case NOT_APPLICABLE -> 3;
                }]++;
    }
}
