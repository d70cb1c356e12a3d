package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.survey.Nps;
import java.util.List;

/** The Net Promoter Score of each plan with its interval, from rows as the host has them. */
public final class NpsByPlan {

    /**
     * An answer.
     *
     * @param plan the plan of the customer
     * @param score 0 to 10
     */
    public record Reply(String plan, int score) {}

    private NpsByPlan() {}

    /** Prints the score of each plan. */
    public static void main(String[] args) {
        List<Reply> replies = List.of(
                new Reply("pro", 10),
                new Reply("pro", 9),
                new Reply("pro", 7),
                new Reply("basic", 9),
                new Reply("basic", 3));

        Nps.metric(Reply::score)
                .by(Reply::plan)
                .over(replies)
                .forEach((plan, nps) -> System.out.println(plan + ": " + nps.text(1)));
    }
}
