package dev.cxkit.metrics.subscription;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Conventions of the {@index "churn rate"}: which losses are divided by which customers. All five are in use under one name, and they
 * differ.
 *
 * <p>{@link #START} and {@link #STARTED_PLUS_NEW} are proportions; the others divide losses by customers of whom the lost need not be a
 * part, may be above 1, and have no interval.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum ChurnConvention {

    /**
     * Of the customers at the start, the share that is not there at the end (Gold, Fighting Churn with Data, 2020). New customers do not
     * count.
     */
    START(Churn::lost, Churn::start, true),

    /** All who left and are not there at the end, new customers too, over the customers at the start. May be above 1. */
    ALL_LOST(Churn::allLost, Churn::start, false),

    /** All who left over the mean of the customers at the start and at the end. May be above 1. */
    AVERAGE(Churn::allLost, churn -> (churn.start() + churn.end()) / 2.0, false),

    /** All churn events, also of customers who were reactivated, over the mean number of customers through the window. May be above 1. */
    EXPOSURE(Churn::churnEvents, Churn::meanCustomers, false),

    /** All who left, of the customers at the start and those who started or were reactivated. */
    STARTED_PLUS_NEW(Churn::allLost, churn -> churn.start() + churn.started() + churn.reactivated(), true);

    private final ToLongFunction<Churn> lost;
    private final ToDoubleFunction<Churn> base;
    private final boolean share;

    ChurnConvention(ToLongFunction<Churn> lost, ToDoubleFunction<Churn> base, boolean share) {
        this.lost = lost;
        this.base = base;
        this.share = share;
    }

    /** Whether the lost are a part of the base. */
    boolean isShare() {
        return share;
    }

    ChurnRate of(Churn churn) {
        return new ChurnRate(this, lost.applyAsLong(churn), base.applyAsDouble(churn), churn.days());
    }
}
