package dev.cxkit.metrics.survey;

import dev.cxkit.core.feedback.Band;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Optional;

/** Favourable less unfavourable, in points. */
final class NetScore {

    private NetScore() {}

    static Estimate estimate(Ratings ratings, NpsInterval method, double level) {
        Estimate share = method.of(favour(ratings), against(ratings), ratings.effectiveN(), level);
        // From the counts at once, as a difference of two rounded shares would be off in the last bit.
        double value = ratings.mean(Score.NET).orElseThrow();
        return share.interval()
                .map(interval -> new Estimate(
                        value,
                        Math.min(value, Math.max(-100, 100 * interval.low())),
                        Math.max(value, Math.min(100, 100 * interval.high())),
                        level,
                        share.n()))
                .orElse(new Estimate(value, null, level, share.n()));
    }

    /**
     * The z test of two scores (MeasuringU: Sauro and Lewis, 2021), adjusted like the interval of one. The value is the raw difference; the
     * interval is widened to include it where the adjustment moved past it.
     */
    static Optional<Difference> compare(Ratings first, Ratings second, NpsInterval method, double level) {
        double added = method == NpsInterval.ADJUSTED_WALD ? 3 : 0;
        double n1 = first.effectiveN() + added;
        double n2 = second.effectiveN() + added;
        double favour1 = (favour(first) * first.effectiveN() + added / 4) / n1;
        double favour2 = (favour(second) * second.effectiveN() + added / 4) / n2;
        double against1 = (against(first) * first.effectiveN() + added / 4) / n1;
        double against2 = (against(second) * second.effectiveN() + added / 4) / n2;
        double error =
                Math.sqrt(NpsInterval.variance(favour1, against1) / n1 + NpsInterval.variance(favour2, against2) / n2);
        if (!(error > 0)) {
            return Optional.empty();
        }
        Difference adjusted = Difference.wald(favour1 - against1 - (favour2 - against2), error, level);
        double value =
                first.mean(Score.NET).orElseThrow() - second.mean(Score.NET).orElseThrow();
        double low = Math.min(value, Math.max(-200, 100 * adjusted.low()));
        double high = Math.max(value, Math.min(200, 100 * adjusted.high()));
        return Optional.of(new Difference(value, low, high, level, adjusted.pValue()));
    }

    private static double favour(Ratings ratings) {
        return ratings.share(Band.FAVOURABLE).orElseThrow();
    }

    private static double against(Ratings ratings) {
        return ratings.share(Band.UNFAVOURABLE).orElseThrow();
    }
}
