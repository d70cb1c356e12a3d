package dev.cxkit.metrics.subscription;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What is divided by what in a churn rate. The five are in use under one name and do not agree. */
@SuppressWarnings("ImmutableEnumChecker")
public enum ChurnConvention {

    /** Of those who were there at the start, who is not there at the end (Gold, Fighting Churn with Data, 2020). New customers do not count. */
    START(Churn::lost, Churn::start, true),

    /** All who left, those who came and left within the window too, over those who were there at the start. May be above 1. */
    ALL_LOST(Churn::allLost, Churn::start, false),

    /** All who left over the mean of those at the start and at the end. May be above 1. */
    AVERAGE(Churn::allLost, churn -> (churn.start() + churn.end()) / 2.0, false),

    /** All leavings, also of those who came back, over the mean number of customers through the window. May be above 1. */
    EXPOSURE(Churn::churnEvents, Churn::meanCustomers, false),

    /** All who left of all who were served: those at the start and those who came. */
    STARTED_PLUS_NEW(Churn::allLost, churn -> churn.start() + churn.started() + churn.reactivated(), true);

    private final ToLongFunction<Churn> lost;
    private final ToDoubleFunction<Churn> base;
    private final boolean share;

    ChurnConvention(ToLongFunction<Churn> lost, ToDoubleFunction<Churn> base, boolean share) {
        this.lost = lost;
        this.base = base;
        this.share = share;
    }

    /** Whether those who are lost are of the base. */
    boolean isShare() {
        return share;
    }

    ChurnRate of(Churn churn) {
        return new ChurnRate(this, lost.applyAsLong(churn), base.applyAsDouble(churn), churn.days());
    }
}
