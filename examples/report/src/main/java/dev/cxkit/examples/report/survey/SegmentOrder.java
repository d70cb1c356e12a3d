package dev.cxkit.examples.report.survey;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes that are numbers come first and in the order of numbers, so that 2 is before 10; then texts; the blank ones last. */
final class SegmentOrder {

    private static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing(SurveyReader.BLANK::equals)
            .thenComparing(SegmentOrder::isText)
            .thenComparing(text -> isText(text) ? BigInteger.ZERO : new BigInteger(text))
            .thenComparing(Comparator.naturalOrder());

    private SegmentOrder() {}

    /** Returns the same map in this order. */
    static <V> Map<String, V> of(Map<String, V> segments) {
        Map<String, V> ordered = new LinkedHashMap<>();
        segments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static boolean isText(String text) {
        return !text.matches("-?[0-9]{1,30}");
    }
}
