package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.kit.ResultLaws;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.MapEntry;
import org.junit.jupiter.api.Test;

/** The documents of models and what they answer; the figures are worked out by hand. */
class LifetimeAnswersTest {

    private static final BgNbd MODEL = BgNbd.of(0.25, 4.5, 0.8, 2.5);

    @Test
    void aFitHasItsModelStatusAndErrors() {
        Map<String, Double> errors = Map.of("r", 0.0125);
        Fit<BgNbd> fit = new Fit<>(
                MODEL,
                Fit.Status.MEAN_UNDEFINED,
                2357,
                1,
                -9582.5,
                Map.of("r", 0.25),
                errors,
                List.of(List.of(0.0025)));
        assertThat(fit.document())
                .containsExactly(
                        MapEntry.entry("model", Map.of("name", "bg-nbd", "r", 0.25, "alpha", 4.5, "a", 0.8, "b", 2.5)),
                        MapEntry.entry("status", "mean-undefined"),
                        MapEntry.entry("logLikelihood", -9582.5),
                        MapEntry.entry("n", 2357L),
                        MapEntry.entry("excluded", 1L),
                        MapEntry.entry("parameters", Map.of("r", 0.25)),
                        MapEntry.entry("standardErrors", errors),
                        MapEntry.entry("covariance", List.of(List.of(0.0025))));
        ResultLaws.hold(fit);
    }

    @Test
    void modelsNameThemselvesAndTheirParameters() {
        // The mean of the gamma-gamma model is p gamma / (q - 1), and there is none where q is at most 1.
        assertThat(GammaGamma.of(6, 4, 15).document())
                .containsExactly(
                        MapEntry.entry("name", "gamma-gamma"),
                        MapEntry.entry("p", 6.0),
                        MapEntry.entry("q", 4.0),
                        MapEntry.entry("gamma", 15.0),
                        MapEntry.entry("mean", 30.0));
        assertThat(GammaGamma.of(6, 1, 15).document()).doesNotContainKey("mean");
        assertThat(MbgNbd.of(1, 2, 3, 4).document()).containsEntry("name", "mbg-nbd");
        assertThat(ParetoNbd.of(1, 2, 3, 4).document()).containsEntry("s", 3.0);
        assertThat(BgBb.of(1, 2, 3, 4).document()).containsEntry("delta", 4.0);
        assertThat(ShiftedBetaGeometric.of(1, 2).document()).containsEntry("beta", 2.0);
        ResultLaws.hold(List.of(
                MODEL,
                MbgNbd.of(1, 2, 3, 4),
                ParetoNbd.of(1, 2, 3, 4),
                BgBb.of(1, 2, 3, 4),
                GammaGamma.of(6, 4, 15),
                ShiftedBetaGeometric.of(1, 2)));
    }

    @Test
    void validationsSayHowFarOffTheModelWas() {
        Holdout holdout = new Holdout(2, 3, 4.5, 2.5, 3.25, List.of(new Holdout.Bin(0, 2, 3, 4.5)));
        assertThat(holdout.document())
                .containsEntry("meanAbsoluteError", 1.25)
                .containsEntry("rootMeanSquaredError", Math.sqrt(1.625))
                .containsEntry("bias", 0.5)
                .containsEntry(
                        "byFrequency",
                        List.of(Map.of("frequency", 0L, "customers", 2L, "actual", 3L, "expected", 4.5)));
        assertThat(new Holdout(0, 0, 0, 0, 0, List.of()).document())
                .containsOnlyKeys("customers", "actual", "expected", "byFrequency");
        Tracking tracking = new Tracking(List.of(new Tracking.Row(1, 2, 2.5)));
        assertThat(tracking.document())
                .containsEntry("rows", List.of(Map.of("time", 1.0, "actual", 2L, "expected", 2.5)));
        ResultLaws.hold(List.of(holdout, tracking));
    }

    @Test
    void aValueAtConstantRetentionSaysFromWhen() {
        ConstantRetentionValue value = new ConstantRetentionValue(100, 0.8, 0.1);
        assertThat((Double) value.document().get("fromNow")).isEqualTo(110 / 0.3, within(1e-9));
        assertThat((Double) value.document().get("fromNextPeriod")).isEqualTo(80 / 0.3, within(1e-9));
        ResultLaws.hold(value);
    }

    @Test
    void patternsAreCounted() {
        RecencyFrequencyPatterns patterns = RecencyFrequencyPatterns.of(
                new long[] {0, 2}, new double[] {0, 3}, new double[] {4, 5}, new long[] {7, 2});
        assertThat(patterns.document())
                .containsExactly(
                        MapEntry.entry("customers", 9L),
                        MapEntry.entry("repeatCustomers", 2L),
                        MapEntry.entry("size", 2));
        ResultLaws.hold(patterns);
    }

    @Test
    void whatIsObservedAndHowFarOneLooksTravels() throws Exception {
        List<Object> sent = List.of(
                new RecencyFrequency(1, 2, 3),
                new Spend(2, 5),
                new Holdout.Outcome(RecencyFrequency.NEW, 2),
                new Tracking.History(0, List.of(1.0)),
                Horizon.of(12, 1, 0.01));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(sent);
        }
    }
}
