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
 * The {@index "loyalty loop"}: rounds from the last stage back to the first, each closed by a return or by a confirmed
 * {@index referral}. A key (a customer, account or household) goes through its rounds over all its journeys.
 *
 * <ul>
 *   <li>A round reaches the last stage with the first touchpoint in it since the round before was closed.
 *   <li>It closes at the next touchpoint in a target stage: the first one or, with {@link #closingBeforePurchase}, any stage before the
 *       purchase. Or it closes at a confirmed referral, if that comes first.
 *   <li>A referral is confirmed by the journey of the one who was referred: that names the key of the referrer, and the referrer has a
 *       touchpoint of the type {@link TouchpointType#REFERRAL} at its start or before, of which the latest counts.
 *   <li>A key is referred once, by what its first journey says. Nobody refers themselves. A round that has not closed is open, not lost.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.stages.ReturnLoop;
 * import dev.cxkit.journey.stages.ReturnRounds;
 * import dev.cxkit.journey.stages.Stages;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.Map;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("ada ad 02", "ada order 03", "ada use 05", "ada ad 15", "ben order 04", "ben use 08")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[0] + field[2], TouchpointType.of(field[1]))
 *                 .customer(CustomerId.of(field[0]))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-" + field[2] + "T09:00:00Z"))
 *                 .build())
 *         .toList();
 * Stages stages = Stages.of(
 *         List.of("awareness", "purchase", "use"), Map.of("ad", "awareness", "order", "purchase", "use", "use"));
 * ReturnRounds rounds = ReturnLoop.of(stages, "purchase").over(JourneyAssembler.byCustomer().assemble(log));
 * System.out.println(rounds.closed() + " of " + rounds.reachedLastStage() + " closed, " + rounds.open() + " open");
 * System.out.println(rounds.timesToReturn().mean().orElseThrow() / 86_400 + " days");
 * // -> 1 of 2 closed, 1 open
 * // -> 10.0 days
 * }</pre>
 *
 * @param stages the stages in order, at least two
 * @param purchase the stage in which a customer is won, not the first
 * @param closesBeforePurchase whether a round closes in any stage before the purchase, or only in the first
 * @param referring the name of {@code referredBy}, by which it is told from others in the definition; empty without referrals
 * @param referredBy the {@link Journey#key} of who referred the one whose journey this is, empty if nobody did
 */
public record ReturnLoop(
        Stages stages,
        String purchase,
        boolean closesBeforePurchase,
        String referring,
        Fn<? super Journey, Optional<String>> referredBy)
        implements Metric<Journey, ReturnRounds> {

    /** Throws an {@link IllegalArgumentException} if there is one stage, or the purchase is the first or none of them. */
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
     * Returns the loop that closes in the first stage, without referrals.
     *
     * @throws IllegalArgumentException if there is one stage, or the purchase is the first or none of them
     */
    public static ReturnLoop of(Stages stages, String purchase) {
        return new ReturnLoop(stages, purchase, false, "", journey -> Optional.empty());
    }

    /** Returns the same of the activity that is named like the type. */
    public static ReturnLoop of(Stages stages, TouchpointType purchase) {
        return of(stages, purchase.name());
    }

    /** Returns the same loop that closes in any stage before the purchase. */
    public ReturnLoop closingBeforePurchase() {
        return new ReturnLoop(stages, purchase, true, referring, referredBy);
    }

    /**
     * Returns the same loop with referrals.
     *
     * @param name the name of the rule, by which it is told from others in the definition, not blank
     * @param key the key of who referred the one whose journey this is, empty if nobody did
     * @throws IllegalArgumentException if the name is blank
     */
    public ReturnLoop referredBy(String name, Fn<? super Journey, Optional<String>> key) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of the rule of referrals is blank");
        }
        return new ReturnLoop(stages, purchase, closesBeforePurchase, name, key);
    }

    @Override
    public String definition() {
        return Definition.of(
                "return loop",
                stages.toString(),
                purchase,
                closesBeforePurchase ? "closes before purchase" : "closes in first stage",
                referring);
    }

    /**
     * Returns an empty accumulator. It has to see all journeys of a key and of the keys that referred it, in any order and in any parts that
     * are merged. Memory: about 100 bytes for each key, and 24 for each touchpoint that is a referral, in a target stage, in the purchase or
     * in the last stage.
     */
    @Override
    public Accumulator<Journey, ReturnRounds> start() {
        return new ReturnLoopState(this);
    }

    /** Returns what a touchpoint means to the loop: any of the flags of {@link LoopTouchpoint}. */
    int flags(Journey journey, int index) {
        int stage = stages.number(journey.activity(index));
        int bought = stages.names().indexOf(purchase);
        boolean isTarget = stage >= 0 && stage < (closesBeforePurchase ? bought : 1);
        return (isTarget ? LoopTouchpoint.TARGET : 0)
                | (stage == stages.names().size() - 1 ? LoopTouchpoint.LAST : 0)
                | (stage == bought ? LoopTouchpoint.PURCHASE : 0)
                | (journey.touchpoint(index).type().equals(TouchpointType.REFERRAL) ? LoopTouchpoint.REFERRAL : 0);
    }
}
