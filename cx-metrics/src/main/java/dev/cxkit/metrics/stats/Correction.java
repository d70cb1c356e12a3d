package dev.cxkit.metrics.stats;

import dev.cxkit.metrics.numeric.Check;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjustment of p-values for {@index "multiple testing"}: {@index "family-wise error rate"} (Holm) or {@index "false discovery rate"}
 * (Benjamini-Hochberg).
 *
 * <p>Of twenty true null hypotheses one has a p-value below 0.05 by chance alone.
 */
public enum Correction {

    /** Keeps the family-wise error rate, the probability of any false finding, at the level (Holm, 1979). */
    HOLM {
        @Override
        void adjust(double[] adjusted, Integer[] ascending) {
            int n = ascending.length;
            double largest = 0;
            for (int rank = 0; rank < n; rank++) {
                int i = ascending[rank];
                largest = Math.max(largest, Math.min(1, adjusted[i] * (n - rank)));
                adjusted[i] = largest;
            }
        }
    },

    /** Keeps the false discovery rate, the expected share of false ones among the findings, at the level (Benjamini and Hochberg, 1995). */
    BENJAMINI_HOCHBERG {
        @Override
        void adjust(double[] adjusted, Integer[] ascending) {
            int n = ascending.length;
            double smallest = 1;
            for (int rank = n - 1; rank >= 0; rank--) {
                int i = ascending[rank];
                smallest = Math.min(smallest, adjusted[i] * n / (rank + 1));
                adjusted[i] = smallest;
            }
        }
    };

    abstract void adjust(double[] adjusted, Integer[] ascending);

    /**
     * Returns the adjusted p-values, to be compared with the level as the p-values themselves would be; in the order given, which is not
     * changed.
     *
     * @param p the p-value of each test, 0..1
     * @throws IllegalArgumentException if one is outside 0..1
     */
    public double[] adjust(double... p) {
        for (double each : p) {
            Check.share("p", each);
        }
        double[] adjusted = p.clone();
        Integer[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toArray(Integer[]::new);
        adjust(adjusted, ascending);
        return adjusted;
    }
}
