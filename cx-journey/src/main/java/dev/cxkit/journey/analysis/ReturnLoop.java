package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How customers come round: from the last stage back to the first, or by bringing in another. A round is what one key goes through, over
 * all its journeys, from one closing to the next. It closes at the first touchpoint in a target stage after the last stage was reached,
 * or at the first referral of somebody whose journey began at it or later.
 *
 * <p>A referral is confirmed by the journey of the one who was brought in: it names the key of who did, and that one has a touchpoint of
 * the type {@link TouchpointType#REFERRAL} at its start or before, of which the latest counts. One key is brought in once, by what its
 * first journey says.
 *
 * <p>How touchpoints are put into stages, and who referred whom, is not part of the {@link #definition}; parts that are merged must agree.
 */
public final class ReturnLoop implements Metric<Journey, Rounds> {

    private final List<String> stages;
    private final String purchase;
    private final Fn<? super String, Optional<String>> stage;
    private final Set<String> targets;
    private final Fn<? super Journey, Optional<String>> referredBy;

    private ReturnLoop(
            List<String> stages,
            String purchase,
            Fn<? super String, Optional<String>> stage,
            Set<String> targets,
            Fn<? super Journey, Optional<String>> referredBy) {
        this.stages = stages;
        this.purchase = purchase;
        this.stage = stage;
        this.targets = targets;
        this.referredBy = referredBy;
    }

    /**
     * Returns the loop that closes in the first stage, where nobody says who referred whom.
     *
     * @param stages the stages in order, at least two
     * @param purchase the stage in which one becomes a customer, not the first
     * @param stage the stage of a step; steps without one, or in another, are passed over
     * @throws IllegalArgumentException if a stage is there twice, there are fewer than two, or the purchase is the first or none of them
     */
    public static ReturnLoop of(List<String> stages, String purchase, Fn<? super String, Optional<String>> stage) {
        List<String> copy = List.copyOf(stages);
        if (copy.size() < 2 || new HashSet<>(copy).size() < copy.size()) {
            throw new IllegalArgumentException("stages " + copy + " are not two or more different ones");
        }
        if (copy.indexOf(requireNonNull(purchase, "purchase")) < 1) {
            throw new IllegalArgumentException("purchase '" + purchase + "' is none of the later of " + copy);
        }
        return new ReturnLoop(
                copy, purchase, requireNonNull(stage, "stage"), Set.of(copy.get(0)), journey -> Optional.empty());
    }

    /** Returns the same loop that closes in any stage before the purchase. */
    public ReturnLoop closingBeforePurchase() {
        return new ReturnLoop(
                stages, purchase, stage, new LinkedHashSet<>(stages.subList(0, stages.indexOf(purchase))), referredBy);
    }

    /**
     * Returns the same loop with referrals.
     *
     * @param key the {@link Journey#key} of who referred the one whose journey this is, empty if nobody did
     */
    public ReturnLoop referredBy(Fn<? super Journey, Optional<String>> key) {
        return new ReturnLoop(stages, purchase, stage, targets, requireNonNull(key, "key"));
    }

    @Override
    public String definition() {
        return "return loop(" + stages + ",purchase " + purchase + ",closing in "
                + stages.stream().filter(targets::contains).toList() + ")";
    }

    /**
     * Returns an empty accumulator. All journeys of a key, and of those who referred it, must come to it, in any order and part. Memory:
     * about 100 bytes for each key, and 24 for each touchpoint that is a referral, of a target stage, of the purchase or of the last.
     */
    @Override
    public Accumulator<Journey, Rounds> start() {
        return new ReturnLoopState(this);
    }

    /** Returns what a touchpoint means to the loop: any of the flags of {@link Turn}. */
    int flags(Journey journey, int index) {
        String at = stage.apply(journey.step(index)).orElse("");
        return (targets.contains(at) ? Turn.TARGET : 0)
                | (at.equals(stages.get(stages.size() - 1)) ? Turn.LAST : 0)
                | (at.equals(purchase) ? Turn.PURCHASE : 0)
                | (journey.touchpoint(index).type().equals(TouchpointType.REFERRAL) ? Turn.REFERRAL : 0);
    }

    Optional<String> referrer(Journey journey) {
        return referredBy.apply(journey);
    }
}
