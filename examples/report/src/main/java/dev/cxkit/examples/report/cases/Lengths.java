package dev.cxkit.examples.report.cases;

import dev.cxkit.examples.report.chart.DurationChart.Bar;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.metrics.survival.KaplanMeier;
import java.util.ArrayList;
import java.util.List;

/**
 * How many times there are of each size: ranges that are a multiple of each other, so many of them as the number of times can fill.
 *
 * @param none how many took less than a second
 * @param bars how many of the others lie in each range, from the shortest to the longest
 */
record Lengths(long none, List<Bar> bars) {

    private static final int[] PER_DECADE = {10, 8, 6, 5, 4, 3, 2, 1};
    private static final double MOST_BARS = 36;
    private static final double FEWEST_BARS = 8;

    /** Copies the list. */
    Lengths {
        bars = List.copyOf(bars);
    }

    /** Counts the times that are over; right-censored ones are excluded. */
    static Lengths of(KaplanMeier curve) {
        List<KaplanMeier.Step> over =
                curve.steps().stream().filter(step -> step.events() > 0).toList();
        List<KaplanMeier.Step> positive =
                over.stream().filter(step -> step.time() > 0).toList();
        long none = over.stream()
                .filter(step -> step.time() == 0)
                .mapToLong(KaplanMeier.Step::events)
                .sum();
        if (positive.isEmpty()) {
            return new Lengths(none, List.of());
        }
        double least = Math.log10(positive.get(0).time());
        double most = Math.log10(positive.get(positive.size() - 1).time());
        int each = perDecade(most - least, curve.events() - none);
        int first = range(positive.get(0).time(), each);
        long[] counts = new long[range(positive.get(positive.size() - 1).time(), each) - first + 1];
        for (KaplanMeier.Step step : positive) {
            counts[range(step.time(), each) - first] += step.events();
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double from = Math.pow(10, (double) (first + i) / each);
            double to = Math.pow(10, (double) (first + i + 1) / each);
            bars.add(new Bar(from, to, counts[i], TimeSpan.about(from) + " to " + TimeSpan.about(to)));
        }
        return new Lengths(none, bars);
    }

    private static int range(double seconds, int perDecade) {
        return (int) Math.floor(Math.log10(seconds) * perDecade);
    }

    /** Twice the cube root of the number of values (the rule of Rice University), within what a picture can show. */
    private static int perDecade(double decades, long n) {
        double wanted = Math.max(FEWEST_BARS, Math.min(MOST_BARS, 2 * Math.cbrt(n)));
        for (int each : PER_DECADE) {
            if (decades * each <= wanted) {
                return each;
            }
        }
        return 1;
    }
}
