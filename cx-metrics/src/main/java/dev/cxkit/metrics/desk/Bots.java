package dev.cxkit.metrics.desk;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.Reading;
import dev.cxkit.metrics.service.Share;
import java.time.Instant;
import java.util.List;

/**
 * The way from a bot to a human: how many customers take it, how long it takes, and how often it fails. What bots solve is asked by
 * {@link BotOutcomes}.
 *
 * <ul>
 *   <li>A bot has a session in a case if it is given the case, or sends a public message, before any agent does so and before the case is
 *       resolved or closed for the first time. That a team or person was named before the bot is routing. Other cases give no value.
 *   <li>The session is over when a human takes the case, that is when one is given it, answers, resolves or closes it, or when the case is
 *       resolved or closed without a human. What comes later does not change it.
 *   <li>Internal notes of humans do not count.
 * </ul>
 *
 * <p>Asked by {@link Share#metric(Reading, Instant)}, the time by {@link ElapsedTime#metric(Reading, Instant)}.
 */
public final class Bots {

    private Bots() {}

    /**
     * Returns the share of the cases with a bot session in which a human took the case, or the customer asked for one. Excluded as
     * {@code open} is a case in which neither has happened and the session is not over.
     */
    public static Reading<Case, Outcome> toHuman() {
        return sessions("bot to human", session -> {
            if (session.escaped() != null) {
                return Outcome.YES;
            }
            return session.ended() == null ? Outcome.OPEN : Outcome.NO;
        });
    }

    /**
     * Returns the time from the beginning of the bot session until a human took the case, or the customer asked for one. It is right-censored
     * while the session is not over; no time in a case that ended before.
     */
    public static Reading<Case, CensoredTime> escape(Schedule hours) {
        return Reading.ofCases("escape time, " + Reading.text(hours), (supportCase, asOf) -> {
            BotSession session = BotSession.of(supportCase, asOf).orElse(null);
            if (session == null || (session.ended() != null && session.escaped() == null)) {
                return List.of();
            }
            Instant escaped = session.escaped();
            return List.of(
                    CensoredTime.between(hours, session.from(), escaped == null ? asOf : escaped, escaped != null));
        });
    }

    /**
     * Returns the share of the cases with a bot session in which the customer asked for a human in the session, and no agent answered before
     * the case was resolved or closed. It should be 0.
     *
     * <ul>
     *   <li>Being put in the queue of a team is no answer.
     *   <li>Excluded as {@code open}: a case that is neither answered nor done.
     * </ul>
     */
    public static Reading<Case, Outcome> failedEscapes() {
        return Reading.ofCases("failed escapes", (supportCase, asOf) -> {
            BotSession session = BotSession.of(supportCase, asOf).orElse(null);
            return session == null || session.asked() == null ? List.of() : List.of(notReached(supportCase, asOf));
        });
    }

    private static Outcome notReached(Case supportCase, Instant asOf) {
        boolean asked = false;
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
            if (asked && BotSession.answers(event)) {
                return Outcome.NO;
            } else if (asked && CaseEvent.endsCase(event)) {
                return Outcome.YES;
            }
            asked |= BotSession.asksForHuman(event);
        }
        return Outcome.OPEN;
    }

    /** What the bot session of a case adds; nothing where there is none. */
    static Reading<Case, Outcome> sessions(String name, Fn<BotSession, Outcome> outcome) {
        return Reading.ofCases(
                name,
                (supportCase, asOf) -> BotSession.of(supportCase, asOf)
                        .map(outcome)
                        .map(List::of)
                        .orElse(List.of()));
    }
}
