package dev.cxkit.journey;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.WithMissing;
import dev.cxkit.metrics.desk.ErlangC;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.service.BacklogFlow;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.stats.Agreement;
import dev.cxkit.metrics.stats.Calibration;
import dev.cxkit.metrics.stats.ChiSquared;
import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.FrequencyTable;
import dev.cxkit.metrics.stats.MannWhitney;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.PredictionErrors;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.stats.SampleSize;
import dev.cxkit.metrics.stats.Summary;
import dev.cxkit.metrics.stats.Welch;
import dev.cxkit.metrics.survey.Ces;
import dev.cxkit.metrics.survey.CesForm;
import dev.cxkit.metrics.survey.Change;
import dev.cxkit.metrics.survey.Csat;
import dev.cxkit.metrics.survey.Distribution;
import dev.cxkit.metrics.survey.MinimumGroup;
import dev.cxkit.metrics.survey.Nps;
import dev.cxkit.metrics.survey.Raking;
import dev.cxkit.metrics.survey.Score;
import dev.cxkit.metrics.survey.WeightedDistribution;
import dev.cxkit.metrics.survival.CensoredTimes;
import dev.cxkit.metrics.survival.Cox;
import dev.cxkit.metrics.survival.CumulativeIncidence;
import dev.cxkit.metrics.survival.Gray;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogNormal;
import dev.cxkit.metrics.survival.LogRank;
import dev.cxkit.metrics.survival.LogRankWeight;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers of every kind by a name of their own, for the tests of what leaves the host. */
final class Answers {

    private record Life(String plan, long months, String cause) {

        SurvivalTime time() {
            return new SurvivalTime(months, !cause.isEmpty());
        }
    }

    private static final List<Life> LIVES = List.of(
            new Life("basic", 2, "price"),
            new Life("basic", 3, "price"),
            new Life("basic", 4, "service"),
            new Life("basic", 6, "price"),
            new Life("basic", 9, ""),
            new Life("pro", 5, "service"),
            new Life("pro", 8, "price"),
            new Life("pro", 10, ""),
            new Life("pro", 12, ""));

    private Answers() {}

    static Map<String, Result> all() {
        Map<String, Result> all = new LinkedHashMap<>();
        stats(all);
        survey(all);
        survival(all);
        all.put("Coverage", new Coverage(10, 2, 1));
        all.put("BacklogFlow", new BacklogFlow(5, 1, 4, 1, 0));
        all.put("ErlangC", ErlangC.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3), 14));
        all.put("ErlangC of too few agents", ErlangC.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3), 4));
        return all;
    }

    private static void stats(Map<String, Result> all) {
        all.put("Estimate", new Estimate(0.5, 0.25, 0.75, 0.95, 2.5));
        all.put("Proportion", Proportion.of(3, 10));
        all.put("Proportion of nothing", Proportion.of(0, 0));
        all.put("Difference", Proportion.of(3, 10).minus(Proportion.of(5, 10)).orElseThrow());
        all.put("Moments", Moments.of(1, 3));
        all.put("Moments of one", Moments.of(1));
        all.put("Moments of nothing", Moments.of());
        all.put("WithMissing", new WithMissing<>(Moments.of(1, 3), 2));
        all.put("Summary", new Summary(2, 2, 2));
        all.put("Welch", Welch.of(Moments.of(1, 3), Moments.of(2, 5, 6)).orElseThrow());
        all.put(
                "MannWhitney",
                MannWhitney.ofValues(new double[] {1, 3}, new double[] {2, 5}).orElseThrow());
        all.put("ChiSquared", ChiSquared.of(3.84, 1));
        all.put("SampleSize", SampleSize.ofProportion(0.5, 0.05, 0.95));
        all.put("FrequencyTable", new FrequencyTable<>(new TreeMap<>(Map.of("mail", 2L, "phone", 1L)), 1));
        all.put("Agreement", new Agreement(1, List.of(List.of(4L, 1L), List.of(2L, 3L))));
        all.put(
                "Calibration",
                Calibration.metric(2)
                        .over(List.of(
                                new Calibration.Prediction(0.25, false), new Calibration.Prediction(0.75, true))));
        all.put("PredictionErrors", new PredictionErrors(Moments.of(-1, 3), Moments.of(1, 3)));
        all.put(
                "ValueDistribution",
                ValueDistribution.ofCounts(new long[] {15, 20, 35, 40, 50}, new long[] {1, 1, 1, 1, 1}));
        all.put("ValueDistribution of nothing", ValueDistribution.metric().over(List.of()));
    }

    private static void survey(Map<String, Result> all) {
        Distribution stars = Distribution.ofCounts(Scale.CSAT, 1, 1, 1, 2, 2);
        Distribution fewer = Distribution.ofCounts(Scale.CSAT, 2, 1, 1, 1, 1);
        all.put("Nps", Nps.ofCounts(10, 5, 5));
        all.put("Nps of nobody", Nps.ofCounts(0, 0, 0));
        all.put("Csat", new Csat(Scale.CSAT, 5, 1, 1, 0, 1));
        all.put("Ces", new Ces(CesForm.EASY, Distribution.ofCounts(Scale.CES, 0, 0, 1, 1, 2, 3, 1)));
        all.put("Distribution", stars);
        all.put(
                "WeightedDistribution",
                new WeightedDistribution(Scale.CSAT, List.of(0.5, 0.0, 1.0, 1.5, 1.0), 3.5, 4, 0, 1));
        Segments<String, Distribution> before = new Segments<>(fewer, null, Map.of("north", fewer));
        Segments<String, Distribution> after = new Segments<>(stars, null, Map.of("north", stars));
        all.put("Change", Change.between(before, after, Score.MEAN, 0.95).orElseThrow());
        all.put("Shown", MinimumGroup.FIVE.apply(after, Distribution::answered));
        all.put("Segments", after);
        all.put(
                "Weights",
                Raking.of(new Raking.Margin("plan", Map.of("basic", 0.5, "pro", 0.5)))
                        .weights(Map.of(List.of("basic"), 3L, List.of("pro"), 1L)));
    }

    private static void survival(Map<String, Result> all) {
        double[] times = {1, 2, 3, 4};
        boolean[] events = {true, false, true, false};
        KaplanMeier curve = KaplanMeier.of(times, events);
        all.put("KaplanMeier", curve);
        all.put("RestrictedMean", curve.restrictedMean(4).orElseThrow());
        all.put("LogNormal", LogNormal.fit(curve).orElseThrow());
        all.put(
                "CensoredTimes",
                CensoredTimes.<Long>metric(time -> time, time -> time % 2 == 1).over(List.of(1L, 2L, 3L, 4L)));
        Segments<String, KaplanMeier> plans =
                KaplanMeier.metric().on(Life::time).by(Life::plan).over(LIVES);
        all.put("LogRank", LogRank.of(plans).orElseThrow());
        all.put(
                "PairwiseComparison",
                LogRank.pairwise(plans.each(), LogRankWeight.UNWEIGHTED, Correction.HOLM)
                        .get(0));
        all.put(
                "CumulativeIncidence",
                CumulativeIncidence.metric(Life::time, Life::cause).over(LIVES));
        all.put(
                "Gray",
                Gray.metric(Life::time, Life::cause, Life::plan, "price")
                        .over(LIVES)
                        .orElseThrow());
        Cox cox = Cox.metric(Life::time, Map.of("pro", life -> life.plan.equals("pro") ? 1.0 : 0.0))
                .over(LIVES);
        all.put("Cox", cox);
        all.put("PredictedSurvival", cox.survival(Map.of("pro", 1.0)).orElseThrow());
    }
}
