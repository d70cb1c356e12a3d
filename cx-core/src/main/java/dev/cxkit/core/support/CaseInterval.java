package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response or resolution interval of a case, from when it is awaited until it comes, or until it is no longer awaited.
 *
 * <p>It is in calendar time; business hours and pauses are for those that measure it: {@linkplain dev.cxkit.core.sla.SlaClock SLA clocks}
 * and response times rest on the same intervals.
 *
 * @param start when it begins
 * @param stop when what was awaited came; null if it did not
 * @param ended when it was no longer awaited without having come; null if that is not how it is
 * @param answeredByBot whether it was no longer awaited since a bot answered; else the case ended, or went to another owner
 */
public record CaseInterval(
        Instant start, @Nullable Instant stop, @Nullable Instant ended, boolean answeredByBot) implements Result {

    /** What is awaited. */
    public enum Kind {

        /**
         * The first public message of an agent, from the opening on.
         *
         * <ul>
         *   <li>Excluded: messages of bots, automatic replies and internal notes.
         *   <li>No interval if an agent opened the case: the customer asked nothing.
         *   <li>A closing is no answer: the interval goes on after a reopening, and the time in which the case was closed is a pause.
         *   <li>If the case was resolved without such a message and reopened, another interval begins at the reopening: the customer was
         *       not waiting in between.
         *   <li>While a bot has answered the last message of the customer, and the case was not handed over or reopened since, the
         *       interval has ended as answered by a bot; when the customer writes again it goes on from the opening.
         * </ul>
         */
        FIRST_RESPONSE,

        /**
         * The next public message of an agent, from the first message of the customer on that is not answered yet.
         *
         * <ul>
         *   <li>Excluded: messages of bots, automatic replies (of either side) and internal notes.
         *   <li>A public message of a bot ends the interval, as answered by a bot; the next message of the customer begins another.
         *   <li>A resolution or closing without words ends the interval without an answer.
         *   <li>What the customer says after the end of the case, such as thanks, begins an interval too; the case waits on nobody then.
         * </ul>
         */
        NEXT_RESPONSE,

        /**
         * A resolution, or a closing without one before, from the opening or a reopening on. A merge ends the interval, and so does the
         * closing of an abandoned case, see {@link Case#resolutions}.
         */
        RESOLUTION,

        /**
         * The first response without the bot's part: the first public message of an agent, from when the customer began to wait for it.
         *
         * <ul>
         *   <li>That is the opening, or where a bot has the case the transfer to a team or person, or the request for a human.
         *   <li>A public message of a bot ends the interval, as answered by a bot; the next message of the customer begins another.
         *   <li>No interval before the customer speaks if an agent opened the case.
         *   <li>A closing is no answer, as for {@link #FIRST_RESPONSE}.
         * </ul>
         */
        HUMAN_RESPONSE,

        /**
         * The first public message of the owner, from the assignment on: of a person that of the agent with the same id, of a team that of
         * any agent.
         *
         * <ul>
         *   <li>Each new owner has an interval; who is assigned again without another in between has not.
         *   <li>Another assignment or the end of the case ends the interval without a reply.
         *   <li>No interval for a bot, nor for who is assigned while the case is done.
         * </ul>
         */
        OWNER_RESPONSE,

        /**
         * The next public message of ours, of an agent or a bot, from the last one on while the case is open: the rhythm of updates.
         *
         * <ul>
         *   <li>No interval before our first one, for which the first response has its own.
         *   <li>The end of the case ends the interval; a reopening begins another.
         * </ul>
         */
        UPDATE
    }

    /** Refuses an interval that both came and ended without, and one that a bot answered but that has not ended. */
    public CaseInterval {
        requireNonNull(start, "start");
        if (stop != null && ended != null) {
            throw new IllegalArgumentException(
                    "interval from " + start + " stops at " + stop + " and ends at " + ended);
        }
        if (answeredByBot && ended == null) {
            throw new IllegalArgumentException("interval from " + start + " was answered by a bot and has not ended");
        }
    }

    /** Returns whether it is still awaited. */
    public boolean isOpen() {
        return stop == null && ended == null;
    }

    /** Returns {@code start}, {@code stop}, {@code ended} and {@code answeredByBot}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("start", start)
                .with("stop", stop)
                .with("ended", ended)
                .with("answeredByBot", answeredByBot)
                .map();
    }
}
