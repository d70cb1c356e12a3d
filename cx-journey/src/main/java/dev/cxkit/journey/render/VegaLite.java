package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A series of estimates with their confidence intervals as a Vega-Lite 5 specification, in JSON with its data in it.
 *
 * <ul>
 *   <li>A period without an estimate is a gap in the line, one that is not finished a pale point.
 *   <li>Numbers are written in full; times are UTC.
 * </ul>
 */
public final class VegaLite {

    private static final String CHART = Resource.text("vega-lite.json");

    private VegaLite() {}

    /**
     * Returns a line with the interval of each period. A period without an estimate is a gap, one that is not finished a pale point. Numbers
     * are written in full; times are UTC.
     *
     * @param title what stands above it and at its axis
     * @param estimate the estimate of a period, empty if it has none
     */
    public static <R> String render(String title, Series<R> series, Function<? super R, Optional<Estimate>> estimate) {
        requireNonNull(title, "title");
        requireNonNull(estimate, "estimate");
        String rows = series.points().stream()
                .map(point -> "    " + row(point, estimate.apply(point.value())))
                .collect(Collectors.joining(",\n"));
        String description = SvgText.clean(title, 200) + " over "
                + Wording.count(series.points().size(), "period") + ", with intervals";
        return CHART.formatted(text(title), text(description), rows);
    }

    private static String row(Series.Point<?> point, Optional<Estimate> estimate) {
        Optional<Estimate.Interval> interval = estimate.flatMap(Estimate::interval);
        String numbers = "\"value\": " + number(estimate.map(Estimate::value)) + ", \"low\": "
                + number(interval.map(Estimate.Interval::low)) + ", \"high\": "
                + number(interval.map(Estimate.Interval::high)) + ", \"n\": "
                + estimate.map(Estimate::n).map(String::valueOf).orElse("0");
        return "{\"from\": " + text(point.period().from().toString()) + ", \"to\": "
                + text(point.period().to().toString()) + ", " + numbers + ", \"finished\": " + point.finished() + "}";
    }

    private static String number(Optional<Double> number) {
        return number.map(String::valueOf).orElse("null");
    }

    /** Returns the text as a JSON string, in which no HTML can hide either. */
    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean odd = c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (odd || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
