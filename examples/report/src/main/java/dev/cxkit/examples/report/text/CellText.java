package dev.cxkit.examples.report.text;

import dev.cxkit.metrics.stats.Proportion;
import java.util.Locale;

/** What the cells of all tables have in common: shares with their intervals, and what stands for a number that is not known. */
public final class CellText {

    /** Stands for a number that is not known. */
    public static final String NONE = "-";

    /** The header of a column of intervals. */
    public static final String INTERVAL = "95 % interval";

    private CellText() {}

    /** Returns the share, or what stands for none. */
    public static String value(Proportion share) {
        return share.estimate()
                .map(estimate -> Unit.SHARE.show(estimate.value()))
                .orElse(NONE);
    }

    /** Returns the interval of the share, or what stands for none. */
    public static String interval(Proportion share) {
        return share.estimate().map(Unit.SHARE::interval).orElse(NONE);
    }

    /** Returns the name of a constant as a word: {@code out-of-order}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
