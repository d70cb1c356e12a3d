package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogRank;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long customers stay by plan, those who are still there taken in, and whether the plans differ. */
public final class ChurnByPlan {

    /**
     * The life of a customer.
     *
     * @param plan the plan
     * @param months how long the customer stayed, or has been here
     * @param churned whether the customer left
     */
    public record Life(String plan, int months, boolean churned) {}

    private ChurnByPlan() {}

    /** Prints the median of each plan and the p-value of the log-rank test. */
    public static void main(String[] args) {
        List<Life> lives = new ArrayList<>();
        for (int left : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
            lives.add(new Life("pro", left, true));
        }
        for (int stays : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            lives.add(new Life("pro", stays, false));
        }
        for (int left : new int[] {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}) {
            lives.add(new Life("basic", left, true));
        }

        Segments<String, KaplanMeier> curves =
                KaplanMeier.metric(Life::months, Life::churned).by(Life::plan).over(lives);
        curves.forEach((plan, curve) ->
                System.out.println(plan + ": median " + curve.median().orElseThrow() + " months"));
        LogRank.of(curves)
                .ifPresent(rank ->
                        System.out.printf(Locale.ROOT, "p %.6f%n", rank.test().pValue()));
    }
}
