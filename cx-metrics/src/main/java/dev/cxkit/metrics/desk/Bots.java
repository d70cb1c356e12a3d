package dev.cxkit.metrics.desk;

import dev.cxkit.metrics.service.Reading;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.service.CaseEvents;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.ShareMeasure;
import dev.cxkit.metrics.service.TimeMeasure;
import java.time.Instant;
import java.util.List;

/**
 * How customers get from a bot to a human. What bots solve is asked by {@link BotOutcomes}.
 *
 * <p>A bot has part in a case if it is given the case, or says something that the customer sees, before any human of ours does so and
 * before the case is resolved or closed for the first time; a case without gives no value. That a team or person was named before the
 * bot is routing. The part is over when a human takes the case, that is when one is given it, answers, resolves or closes it, or when
 * the case is resolved or closed without a human. What comes later does not change it. Notes of humans do not count.
 */
public final class Bots {

    private Bots() {}

    /**
     * Returns the share of the cases with a bot in which a human took the case, or the customer asked for one. Where neither has
     * happened and the part of the bot goes on, the case is left out as {@code open}.
     */
    public static Reading<Case, Outcome> toHuman() {
        return share("bot to human", part -> {
            if (part.escaped() != null) {
                return Outcome.YES;
            }
            return part.ended() == null ? Outcome.OPEN : Outcome.NO;
        });
    }

    /**
     * Returns the time from the beginning of the part of the bot until a human took the case, or the customer asked for one. It goes
     * on while the part of the bot does; none in a case that ended before.
     */
    public static Reading<Case, CensoredTime> escape(Schedule hours) {
        return TimeMeasure.of("escape time", hours, (of, asOf) -> {
            BotSession part = BotSession.of(of, asOf).orElse(null);
            if (part == null || (part.ended() != null && part.escaped() == null)) {
                return List.of();
            }
            Instant escaped = part.escaped();
            return List.of(CensoredTime.between(hours, part.from(), escaped == null ? asOf : escaped, escaped != null));
        });
    }

    /**
     * Returns the share of the cases with a bot in which the customer asked for a human while the bot had part, and no human answered
     * before the case was resolved or closed. Being put in the queue of a team is no answer. One that is neither answered nor done is
     * left out as {@code open}. It should be 0.
     */
    public static Reading<Case, Outcome> failedEscapes() {
        return new Reading<>("failed escapes", (of, asOf) -> {
            BotSession part = BotSession.of(of, asOf).orElse(null);
            return part == null || part.asked() == null ? List.of() : List.of(notReached(of, asOf));
        });
    }

    private static Outcome notReached(Case of, Instant asOf) {
        boolean asked = false;
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (asked && CaseEvents.answers(event)) {
                return Outcome.NO;
            } else if (asked && CaseEvents.ends(event)) {
                return Outcome.YES;
            }
            asked |= CaseEvents.asksForHuman(event);
        }
        return Outcome.OPEN;
    }

    /** The share over the cases in which a bot has part. */
    static Reading<Case, Outcome> share(String name, Fn<BotSession, Outcome> reading) {
        return new Reading<>(
                name,
                (of, asOf) -> BotSession.of(of, asOf).map(reading).map(List::of).orElse(List.of()));
    }
}
