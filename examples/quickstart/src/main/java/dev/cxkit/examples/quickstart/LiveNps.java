package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.LiveMetric;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.survey.Nps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A live score per plan that is saved, and goes on after a restart. */
public final class LiveNps {

    /** The plans. */
    public enum Plan {
        /** The small one. */
        BASIC,
        /** The large one. */
        PRO
    }

    /**
     * An answer.
     *
     * @param plan the plan of the customer
     * @param score 0 to 10
     */
    public record Reply(Plan plan, int score) {}

    private LiveNps() {}

    /** Prints the score of each plan after the restart. */
    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile("nps", ".state");

        Metric<Reply, Segments<Plan, Nps>> metric = Nps.metric(Reply::score).by(Reply::plan);
        LiveMetric<Reply, Segments<Plan, Nps>> live = LiveMetric.of(metric);
        live.record(new Reply(Plan.PRO, 10));
        live.record(new Reply(Plan.BASIC, 3));
        Files.write(file, live.toBytes());

        LiveMetric<Reply, Segments<Plan, Nps>> restarted = LiveMetric.of(metric, Files.readAllBytes(file));
        restarted.record(new Reply(Plan.PRO, 8));
        restarted.result().forEach((plan, nps) -> System.out.println(plan + ": " + nps.text(1)));
        Files.delete(file);
    }
}
