package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Proportion;
import java.util.List;

/**
 * How many journeys fulfil a rule.
 *
 * @param rule the name of the rule
 * @param fulfilled how many keep it
 * @param violated how many violate it
 * @param pending how many do not keep it so far, but are not over
 * @param notApplicable how many have nothing that the rule is about
 * @param examples the ids of a few that violate it
 */
public record RuleCount(
        String rule, long fulfilled, long violated, long pending, long notApplicable, List<String> examples) {

    /** Checks the counts and copies the examples; throws an {@link IllegalArgumentException} if a count is negative. */
    public RuleCount {
        requireNonNull(rule, "rule");
        long least = Math.min(Math.min(fulfilled, violated), Math.min(pending, notApplicable));
        if (least < 0) {
            throw new IllegalArgumentException("count " + least + " of rule " + rule + " is below 0");
        }
        examples = List.copyOf(examples);
    }

    /** Returns the share that keeps it of those that fulfil or violate it. */
    public Proportion fulfilment() {
        return Proportion.of(fulfilled, fulfilled + violated);
    }
}
