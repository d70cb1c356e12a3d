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

    private static final class Tally {
        private long holds;
        private long broken;
        private long pending;
        private long notApplicable;
        private Accumulator<String, List<String>> examples;

        Tally(Accumulator<String, List<String>> examples) {
            this.examples = examples;
        }

        void add(Verdict verdict, Journey journey) {
            switch (verdict) {
                case HOLDS -> holds++;
                case BROKEN -> {
                    broken++;
                    examples.add(journey.id());
                }
                case PENDING -> pending++;
                case NOT_APPLICABLE -> notApplicable++;
            }
        }

        void absorb(Tally that) {
            holds += that.holds;
            broken += that.broken;
            pending += that.pending;
            notApplicable += that.notApplicable;
            examples.merge(that.examples);
        }

        void write(StateOutput out) {
            out.count(holds);
            out.count(broken);
            out.count(pending);
            out.count(notApplicable);
            out.state(examples);
        }

        void read(StateInput in, Metric<String, List<String>> metric) {
            holds = in.count();
            broken = in.count();
            pending = in.count();
            notApplicable = in.count();
            examples = in.state(metric);
        }

        RuleCount count(Rule rule) {
            return new RuleCount(rule.name(), holds, broken, pending, notApplicable, examples.result());
        }
    }

    private static final class State extends Accumulator<Journey, List<RuleCount>> {

        private final List<Rule> rules;
        private final Metric<String, List<String>> examples;
        private final List<Tally> tallies = new ArrayList<>();

        State(RuleCheck metric) {
            super(metric);
            rules = metric.rules;
            examples = Examples.of(metric.examples, id -> id);
            rules.forEach(rule -> tallies.add(new Tally(examples.start())));
        }

        @Override
        public void add(Journey journey) {
            requireNonNull(journey, "journey");
            for (int i = 0; i < rules.size(); i++) {
                tallies.get(i).add(rules.get(i).check(journey), journey);
            }
        }

        @Override
        public List<RuleCount> result() {
            List<RuleCount> result = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                result.add(tallies.get(i).count(rules.get(i)));
            }
            return List.copyOf(result);
        }

        @Override
        protected void absorb(Accumulator<Journey, List<RuleCount>> other) {
            State that = (State) other;
            for (int i = 0; i < tallies.size(); i++) {
                tallies.get(i).absorb(that.tallies.get(i));
            }
        }

        @Override
        protected void write(StateOutput out) {
            tallies.forEach(tally -> tally.write(out));
        }

        @Override
        protected void read(StateInput in) {
            tallies.forEach(tally -> tally.read(in, examples));
        }
    }
}
