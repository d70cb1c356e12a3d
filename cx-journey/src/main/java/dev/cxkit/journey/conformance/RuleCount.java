package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;

/**
 * How many journeys fulfil a constraint, violate it, are pending, or to which it is not applicable.
 *
 * <p>The {@link #fulfilment} is of the decided ones alone; it has the total 0 if there are none.
 *
 * @param rule the name of the rule
 * @param fulfilled how many fulfil it
 * @param violated how many violate it
 * @param pending how many do not fulfil it so far, but are open
 * @param notApplicable how many have nothing that the rule is about
 * @param examples the ids of a few that violate it
 */
public record RuleCount(
        String rule, long fulfilled, long violated, long pending, long notApplicable, List<String> examples)
        implements Result {

    /** Copies the examples; throws an {@link IllegalArgumentException} if a count is negative. */
    public RuleCount {
        requireNonNull(rule, "rule");
        long least = Math.min(Math.min(fulfilled, violated), Math.min(pending, notApplicable));
        Require.that(least >= 0, () -> "count " + least + " of rule " + rule + " is below 0");
        Check.sum("decided", fulfilled, violated);
        examples = List.copyOf(examples);
    }

    /** Returns the share that fulfils it of those that fulfil or violate it. */
    public Proportion fulfilment() {
        return Proportion.of(fulfilled, fulfilled + violated);
    }

    /**
     * Returns {@code rule}, {@code fulfilment}, {@code fulfilled}, {@code violated}, {@code pending}, {@code notApplicable} and
     * {@code examples}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("rule", rule)
                .with("fulfilment", fulfilment())
                .with("fulfilled", fulfilled)
                .with("violated", violated)
                .with("pending", pending)
                .with("notApplicable", notApplicable)
                .with("examples", examples)
                .map();
    }
}
