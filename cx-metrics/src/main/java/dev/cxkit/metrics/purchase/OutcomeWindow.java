package dev.cxkit.metrics.purchase;

import java.time.Instant;
import java.time.temporal.TemporalAmount;

/**
 * Whether an outcome occurred within its {@index "observation window"}, or the window is not complete.
 *
 * <ul>
 *   <li>Where the window is complete, the outcome has occurred or has not.
 *   <li>Where it is not complete, the answer is {@link #NOT_YET} even if the outcome occurred: one observed for as long without it could
 *       not be counted yet, and counting the early ones alone would overstate the rate.
 * </ul>
 */
public enum OutcomeWindow {

    /** The outcome occurred in a window that is complete. */
    HAPPENED(0),

    /** The window is complete without the outcome. */
    DID_NOT_HAPPEN(1),

    /** The window is not complete. */
    NOT_YET(2);

    static final int COUNT = 3;

    /** The place of its count among those of all. */
    final int place;

    OutcomeWindow(int place) {
        this.place = place;
    }

    /**
     * Returns whether a customer bought within a window after an instant. A purchase in the tick of the instant itself does not count: it
     * is mostly the one that the customer speaks of.
     *
     * @param purchases the purchases of the customer
     * @param after the instant, such as that of an answer or an experience
     * @param length the length of the window, a {@link java.time.Duration} or {@link java.time.Period}, which is counted in
     *     {@linkplain PurchaseRule#ticks ticks}
     * @throws IllegalArgumentException if it is below a tick
     */
    public static OutcomeWindow ofPurchase(Purchases purchases, Instant after, TemporalAmount length) {
        PurchaseRule rule = purchases.log().purchaseRule();
        long within = rule.ticks(length);
        long from = rule.tick(after.getEpochSecond());
        if (rule.endTick(purchases.log().to()) - from <= within) {
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
