package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.service.CaseEvents;
import dev.cxkit.metrics.service.CaseMetric;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.RepeatWithin;
import dev.cxkit.metrics.service.Resolutions;
import dev.cxkit.metrics.service.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What bots solve, in three figures that belong together: a customer who gives up is contained, one who calls instead is not
 * deflected, and only the customer knows what was solved. All are of the cases in which a bot has part, see {@link Bots}; a case in
 * which that part goes on is left out as {@code open}.
 *
 * <p>Deflection is still an upper bound, as who gives up for good does not come back. Its denominator is smaller: a case of a customer
 * who is not known is left out as {@code unknown customer}, and one in which the part of the bot has been over for less than the
 * window as {@code immature}, whether or not a human took it.
 *
 * @param window the time in which the customer must not come back
 * @param containment the share in which the case was resolved or closed without a human
 * @param deflection the share in which it was, and within the window no human took it after all, it was not reopened, and the same
 *     customer opened no other case of any category; merged cases do not count
 * @param confirmed the share in which it was resolved without a human, and the customer said so
 */
public record BotOutcomes(Duration window, Share containment, Share deflection, Share confirmed) {

    /** The time in which the customer must not come back, where none is asked for. */
    public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the window is not above 0
     */
    public BotOutcomes {
        Resolutions.aboveZero(window);
        requireNonNull(containment, "containment");
        requireNonNull(deflection, "deflection");
        requireNonNull(confirmed, "confirmed");
    }

    /** Returns the metric with the {@link #DEFAULT_WINDOW}. */
    public static Metric<Case, BotOutcomes> asOf(Instant asOf) {
        return asOf(asOf, DEFAULT_WINDOW);
    }

    /**
     * Returns the metric as of an instant. All cases of a customer, with a bot or without, must come to it, in any order and part;
     * asked per segment, a segment knows only of its own cases, and does not see who comes back in another.
     * Memory: about 24 bytes for each case and each part of a bot, beside the ids of the customers.
     *
     * @param window above 0
     * @throws IllegalArgumentException if the window is not above 0
     */
    public static Metric<Case, BotOutcomes> asOf(Instant asOf, Duration window) {
        Metric<Case, Share> containment = Share.metric(Bots.share("containment", part -> ended(part, part.ended() != null)), asOf);
        Metric<Case, Share> confirmed = Share.metric(Bots.share("confirmed resolution", part -> ended(part, part.confirmed())), asOf);
        return Metric.both(
                deflection(asOf, window),
                Metric.both(containment, confirmed, Pair::new),
                (deflected, pair) -> new BotOutcomes(window, pair.containment, deflected, pair.confirmed));
    }

    private record Pair(Share containment, Share confirmed) {}

    private static Outcome ended(BotSession part, boolean yes) {
        return part.over() == null ? Outcome.OPEN : Outcome.of(yes);
    }

    private static Metric<Case, Share> deflection(Instant asOf, Duration window) {
        String name = "deflection within " + window;
        return new CaseMetric<>(
                name,
                asOf,
                (of, at) -> List.of(seen(of, at, window)),
                new RepeatWithin(name, window, asOf, false, false),
                (cases, counted) -> counted.of(cases));
    }

    private static RepeatWithin.CustomerContacts seen(Case of, Instant asOf, Duration window) {
        return new RepeatWithin.CustomerContacts(
                of.customer()
                        .map(customer -> new RepeatWithin.Key(customer.value(), ""))
                        .orElse(null),
                of.openedAt(),
                BotSession.of(of, asOf)
                        .map(part -> List.of(ending(of, asOf, part, window)))
                        .orElse(List.of()));
    }

    private static RepeatWithin.WindowStart ending(Case of, Instant asOf, BotSession part, Duration window) {
        Instant over = part.over();
        if (over == null) {
            return new RepeatWithin.WindowStart(asOf, Outcome.OPEN);
        }
        boolean lost = part.taken() != null
                || Resolutions.reopenedAfter(of, over, window)
                || takenAfter(of, over, over.plus(window));
        return new RepeatWithin.WindowStart(over, lost ? Outcome.NO : null);
    }

    private static boolean takenAfter(Case of, Instant ended, Instant until) {
        List<CaseEvent> events = CaseEvents.upTo(of, until);
        for (int i = CaseEvents.upToEnd(of, ended).size(); i < events.size(); i++) {
            if (BotSession.takes(events.get(i))) {
                return true;
            }
        }
        return false;
    }
}
