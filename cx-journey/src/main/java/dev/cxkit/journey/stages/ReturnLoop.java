package dev.cxkit.journey.stages;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.stages.ReturnLoopState.LoopTouchpoint;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.util.Optional;

/**
 * How customers come round: from the last stage back to the first, or by bringing in another. A round is what one key goes through, over
 * all its journeys, from one closing to the next. It closes at the first touchpoint in a target stage after the last stage was reached,
 * or at the first referral of somebody whose journey began at it or later.
 *
 * <p>A referral is confirmed by the journey of the one who was brought in: it names the key of who did, and that one has a touchpoint of
 * the type {@link TouchpointType#REFERRAL} at its start or before, of which the latest counts. One key is brought in once, by what its
 * first journey says.
 *
 * @param stages the stages in order, at least two
 * @param purchase the stage in which one becomes a customer, not the first
 * @param closesBeforePurchase whether a round closes in any stage before the purchase, or only in the first
 * @param referring the name by which parts under other referrals are told apart
 * @param referredBy the {@link Journey#key} of who referred the one whose journey this is, empty if nobody did
 */
public record ReturnLoop(
        Stages stages,
        String purchase,
        boolean closesBeforePurchase,
        String referring,
        Fn<? super Journey, Optional<String>> referredBy)
        implements Metric<Journey, ReturnRounds> {

    /** Checks the parts; throws an {@link IllegalArgumentException} if there is one stage, or the purchase is the first or none of them. */
    public ReturnLoop {
        requireNonNull(referring, "referring");
        requireNonNull(referredBy, "referredBy");
        if (stages.names().size() < 2) {
            throw new IllegalArgumentException("stages " + stages.names() + " are not two or more");
        }
        if (stages.names().indexOf(requireNonNull(purchase, "purchase")) < 1) {
            throw new IllegalArgumentException("purchase '" + purchase + "' is none of the later of " + stages.names());
        }
    }

    /**
     * Returns the loop that closes in the first stage, where nobody says who referred whom.
     *
     * @throws IllegalArgumentException if there is one stage, or the purchase is the first or none of them
     */
    public static ReturnLoop of(Stages stages, String purchase) {
        return new ReturnLoop(stages, purchase, false, "nobody", journey -> Optional.empty());
    }

    /** Returns the same loop that closes in any stage before the purchase. */
    public ReturnLoop closingBeforePurchase() {
        return new ReturnLoop(stages, purchase, true, referring, referredBy);
    }

    /**
     * Returns the same loop with referrals.
     *
     * @param name the name by which parts under other referrals are told apart
     * @param key the key of who referred the one whose journey this is, empty if nobody did
     */
    public ReturnLoop referredBy(String name, Fn<? super Journey, Optional<String>> key) {
        return new ReturnLoop(stages, purchase, closesBeforePurchase, name, key);
    }

    @Override
    public String definition() {
        return Definition.of(
                "return loop",
                stages.toString(),
                purchase,
                closesBeforePurchase ? "before purchase" : "first stage",
                referring);
    }

    /**
     * Returns an empty accumulator. All journeys of a key, and of those who referred it, must come to it, in any order and part. Memory:
     * about 100 bytes for each key, and 24 for each touchpoint that is a referral, of a target stage, of the purchase or of the last.
     */
    @Override
    public Accumulator<Journey, ReturnRounds> start() {
        return new ReturnLoopState(this);
    }

    /** Returns what a touchpoint means to the loop: any of the flags of {@link LoopTouchpoint}. */
    int flags(Journey journey, int index) {
        int stage = stages.place(journey.activity(index));
        int bought = stages.names().indexOf(purchase);
        boolean isTarget = stage >= 0 && stage < (closesBeforePurchase ? bought : 1);
        return (isTarget ? LoopTouchpoint.TARGET : 0)
                | (stage == stages.names().size() - 1 ? LoopTouchpoint.LAST : 0)
                | (stage == bought ? LoopTouchpoint.PURCHASE : 0)
                | (journey.touchpoint(index).type().equals(TouchpointType.REFERRAL) ? LoopTouchpoint.REFERRAL : 0);
    }
}
