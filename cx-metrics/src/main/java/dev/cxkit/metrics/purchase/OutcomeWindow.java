package dev.cxkit.metrics.purchase;

import java.time.Instant;

/** Whether something happened to a customer within its time, where the time may not be over. */
public enum OutcomeWindow {

    /** It happened. */
    HAPPENED(0),

    /** It did not happen, and the time is over. */
    DID_NOT_HAPPEN(1),

    /** It has not happened, and the time is not over; or it has, and another one who was seen as long could not have had it yet. */
    NOT_YET(2);

    static final int COUNT = 3;

    /** The place of its count among those of all. */
    final int place;

    OutcomeWindow(int place) {
        this.place = place;
    }

    /**
     * Returns whether a customer bought within so many ticks after an instant. A purchase in the tick of the instant itself is none: it is
     * mostly the one that the customer speaks of. Who has not been seen for the whole time is {@link #NOT_YET}, also after a purchase,
     * since those who did not buy could not show it.
     */
    public static OutcomeWindow ofPurchase(Purchases purchases, Instant after, long within) {
        PurchaseRule merging = purchases.log().purchaseRule();
        long from = merging.tick(after.getEpochSecond());
        if (merging.ticksOver(purchases.log().to()) - from <= within) {
            return NOT_YET;
        }
        for (int i = purchases.size() - 1; i >= 0 && purchases.tick(i) > from; i--) {
            if (purchases.tick(i) - from <= within) {
                return HAPPENED;
            }
        }
        return DID_NOT_HAPPEN;
    }
}
