package dev.cxkit.journey.analysis;

import java.util.Comparator;

/**
 * A touchpoint that means something to a {@link ReturnLoop}.
 *
 * @param nanos when it occurred
 * @param lap the lap of its journey
 * @param index its place in its journey
 * @param flags what it means
 */
record Turn(long nanos, int lap, int index, int flags) {

    static final int TARGET = 1;
    static final int LAST = 2;
    static final int PURCHASE = 4;
    static final int REFERRAL = 8;
    static final int ALL = 15;

    static final Comparator<Turn> ORDER = Comparator.comparingLong(Turn::nanos)
            .thenComparingInt(Turn::lap)
            .thenComparingInt(Turn::index)
            .thenComparingInt(Turn::flags);

    boolean is(int flag) {
        return (flags & flag) != 0;
    }
}
