package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.Reading;
import dev.cxkit.metrics.service.RepeatWithin;
import dev.cxkit.metrics.service.Resolutions;
import dev.cxkit.metrics.service.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@index "Bot containment"}, {@index "bot deflection"} and confirmed resolution rate: what bots solve, in three figures that belong
 * together. A customer who gives up is contained, one who calls instead is not deflected, and only the customer knows what was solved.
 *
 * <ul>
 *   <li>All are of the cases with a bot session, see {@link Bots}; one whose session is not over is excluded as {@code open}.
 *   <li>Deflection has a smaller total. Excluded as {@code unknown customer}: a case of a customer who is not known. Excluded as
 *       {@code immature}: one whose session has been over for less than the window, whether or not a human took it.
 *   <li>Deflection is still an upper bound, as who gives up for good makes no repeat contact.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.metrics.desk.BotOutcomes;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * Actor robot = Actor.bot("robot");
 * List<Case> cases = List.of(
 *         Case.builder("1").opened(monday, "ada").reply(monday.plusSeconds(10), robot).resolved(monday.plusSeconds(60), robot).build(),
 *         Case.builder("2").opened(monday, "bob").reply(monday.plusSeconds(10), robot).reply(monday.plusSeconds(300), Actor.agent("kim")).build());
 * BotOutcomes bots = BotOutcomes.metric(Duration.ofDays(7), monday.plus(Duration.ofDays(30))).over(cases);
 * System.out.println(bots.containment().proportion().count() + " contained, " + bots.deflection().proportion().count()
 *         + " deflected, " + bots.confirmed().proportion().count() + " confirmed, of " + bots.containment().proportion().total());
 * // -> 1 contained, 1 deflected, 0 confirmed, of 2
 * }</pre>
 *
 * @param window the time in which the customer must not contact us again (repeat contact)
 * @param containment the share in which the case was resolved or closed without a human
 * @param deflection the share in which it was, and within the window no human took it after all, it was not reopened, and the same
 *     customer opened no other case of any category; merged cases do not count
 * @param confirmed the share in which it was resolved without a human, and the customer confirmed it
 */
public record BotOutcomes(Duration window, Share containment, Share deflection, Share confirmed) implements Result {

    /** The window that is used where none is asked for. */
    public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

    /** Refuses a window that is not above 0 with an {@link IllegalArgumentException}. */
    public BotOutcomes {
        RepeatWithin.checkWindow(window);
        requireNonNull(containment, "containment");
        requireNonNull(deflection, "deflection");
        requireNonNull(confirmed, "confirmed");
    }

    /** Returns the metric with the {@link #DEFAULT_WINDOW}. */
    public static Metric<Case, BotOutcomes> metric(Instant asOf) {
        return metric(DEFAULT_WINDOW, asOf);
    }

    /**
     * Returns the metric as of an instant. All cases of a customer, with a bot or without, must come to it, in any order and part;
     * asked per segment, a segment knows only of its own cases, and does not see repeat contacts in another.
     * Memory: about 24 bytes for each case and each bot session, beside the ids of the customers.
     *
     * @param window above 0
     * @throws IllegalArgumentException if the window is not above 0
     */
    public static Metric<Case, BotOutcomes> metric(Duration window, Instant asOf) {
        return Metric.both(
                deflection(window, asOf),
                Metric.both(
                        share("containment", session -> session.ended() != null, asOf),
                        share("confirmed resolution", BotSession::confirmed, asOf),
                        Pair::new),
                (deflected, pair) -> new BotOutcomes(window, pair.containment, deflected, pair.confirmed));
    }

    private record Pair(Share containment, Share confirmed) {}

    private static Metric<Case, Share> share(String name, Condition<BotSession> condition, Instant asOf) {
        return Share.metric(
                Bots.sessions(
                        name, session -> session.over() == null ? Outcome.OPEN : Outcome.of(condition.test(session))),
                asOf);
    }

    private static Metric<Case, Share> deflection(Duration window, Instant asOf) {
        return Coverage.metric(
                Reading.ofCases("deflection", (supportCase, at) -> List.of(contacts(supportCase, window, at))),
                new RepeatWithin("deflection", window, asOf, false, false),
                (cases, counted) -> counted.share(cases),
                asOf);
    }

    private static RepeatWithin.CustomerContacts contacts(Case supportCase, Duration window, Instant asOf) {
        return new RepeatWithin.CustomerContacts(
                supportCase
                        .customer()
                        .map(customer -> new RepeatWithin.Key(customer.value(), ""))
                        .orElse(null),
                supportCase.openedAt(),
                BotSession.of(supportCase, asOf)
                        .map(session -> List.of(windowStart(supportCase, session, window, asOf)))
                        .orElse(List.of()));
    }

    private static RepeatWithin.WindowStart windowStart(
            Case supportCase, BotSession session, Duration window, Instant asOf) {
        Instant over = session.over();
        if (over == null) {
            return new RepeatWithin.WindowStart(asOf, Outcome.OPEN);
        }
        boolean lost = session.taken() != null
                || Resolutions.isReopened(supportCase, over, window)
                || isTakenAfter(supportCase, over, over.plus(window));
        return new RepeatWithin.WindowStart(over, lost ? Outcome.NO : null);
    }

    private static boolean isTakenAfter(Case supportCase, Instant ended, Instant until) {
        List<CaseEvent> events = supportCase.effectiveEvents(until);
        for (int i = supportCase.eventsUntilEnd(ended).size(); i < events.size(); i++) {
            if (BotSession.takes(events.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the three shares and the window. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("containment", containment)
                .with("deflection", deflection)
                .with("confirmed", confirmed)
                .with("window", window)
                .map();
    }
}
