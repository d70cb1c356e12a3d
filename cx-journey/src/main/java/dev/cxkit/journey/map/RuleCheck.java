package dev.cxkit.journey.map;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many journeys keep or break each of several rules. The answer has the rules in the order given. Memory: the rules, each with a few
 * journey ids.
 *
 * @param rules the rules, at least one, each of another name
 * @param examples how many ids of journeys that break it are named for each rule, 1..1000
 */
public record RuleCheck(List<Rule> rules, int examples) implements Metric<Journey, List<RuleCount>> {

    private static final int DEFAULT_EXAMPLES = 5;

    /**
     * Checks the rules.
     *
     * @throws IllegalArgumentException if there is none, or two have one name, or the number of examples is outside 1..1000
     */
    public RuleCheck {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("there is no rule to check");
        }
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("rule " + rule.name() + " is there twice");
            }
        }
        Examples.<String>of(examples, id -> id);
    }

    /**
     * Returns the metric with {@value #DEFAULT_EXAMPLES} examples for each rule.
     *
     * @throws IllegalArgumentException if there is no rule, or two have one name
     */
    public static RuleCheck of(Rule... rules) {
        return new RuleCheck(List.of(rules), DEFAULT_EXAMPLES);
    }

    @Override
    public String definition() {
        return rules.stream()
                .map(Rule::name)
                .collect(Collectors.joining(", ", "rules(" + examples + " examples, ", ")"));
    }

    @Override
    public Accumulator<Journey, List<RuleCount>> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Journey, List<RuleCount>> {

        private static final int VERDICTS = Verdict.values().length;

        private final RuleCheck metric;
        private final long[][] counts;
        private final List<Accumulator<String, List<String>>> broken = new ArrayList<>();

        State(RuleCheck metric) {
            super(metric);
            this.metric = metric;
            counts = new long[metric.rules.size()][VERDICTS];
            metric.rules.forEach(rule -> broken.add(examples().start()));
        }

        private Metric<String, List<String>> examples() {
            return Examples.of(metric.examples, id -> id);
        }

        @Override
        public void add(Journey journey) {
            requireNonNull(journey, "journey");
            for (int i = 0; i < counts.length; i++) {
                Verdict verdict = metric.rules.get(i).check(journey);
                counts[i][verdict.ordinal()]++;
                if (verdict == Verdict.BROKEN) {
                    broken.get(i).add(journey.id());
                }
            }
        }

        @Override
        public List<RuleCount> result() {
            List<RuleCount> result = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                long[] of = counts[i];
                result.add(new RuleCount(
                        metric.rules.get(i).name(),
                        of[Verdict.HOLDS.ordinal()],
                        of[Verdict.BROKEN.ordinal()],
                        of[Verdict.PENDING.ordinal()],
                        of[Verdict.NOT_APPLICABLE.ordinal()],
                        broken.get(i).result()));
            }
            return List.copyOf(result);
        }

        @Override
        protected void absorb(Accumulator<Journey, List<RuleCount>> other) {
            State that = (State) other;
            for (int i = 0; i < counts.length; i++) {
                for (int verdict = 0; verdict < VERDICTS; verdict++) {
                    counts[i][verdict] += that.counts[i][verdict];
                }
                broken.get(i).merge(that.broken.get(i));
            }
        }

        @Override
        protected void write(StateOutput out) {
            for (int i = 0; i < counts.length; i++) {
                for (long count : counts[i]) {
                    out.count(count);
                }
                out.state(broken.get(i));
            }
        }

        @Override
        protected void read(StateInput in) {
            for (int i = 0; i < counts.length; i++) {
                for (int verdict = 0; verdict < VERDICTS; verdict++) {
                    counts[i][verdict] = in.count();
                }
                broken.set(i, in.state(examples()));
            }
        }
    }
}
