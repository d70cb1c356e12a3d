package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.service.Contact;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.RepeatWithin;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@index "Self-service deflection"}: the share of self-service sessions that were not followed by a case within a window.
 *
 * <ul>
 *   <li>Both shares have the same total: the sessions of known customers whose window is over.
 *   <li>{@code withoutCase} is an upper bound, as who gives up opens no case either; {@code helped} is a lower one, as who is content seldom
 *       says so.
 *   <li>A case of any category counts, and for all sessions that it is in time for.
 * </ul>
 *
 * @param window the time in which no case must follow, above 0
 * @param withoutCase the sessions after which the same customer opened no case from the beginning of the session to the end of the window
 * @param helped those of them of which the customer also said that they helped
 * @param immature the sessions of known customers whose window is not over, whether or not a case has followed
 * @param unknown the sessions that belong to no known customer, so that no case can be seen to follow
 */
public record SelfService(Duration window, Proportion withoutCase, Proportion helped, long immature, long unknown)
        implements Result {

    /**
     * Refuses a window that is not above 0, shares of different totals, and counts below 0, with an {@link IllegalArgumentException}.
     */
    public SelfService {
        RepeatWithin.checkWindow(window);
        requireNonNull(withoutCase, "withoutCase");
        if (helped.total() != withoutCase.total() || helped.count() > withoutCase.count()) {
            throw new IllegalArgumentException("helped " + helped.count() + " of " + helped.total() + " is not part of "
                    + withoutCase.count() + " of " + withoutCase.total());
        }
        if (immature < 0 || unknown < 0) {
            throw new IllegalArgumentException(
                    "immature " + immature + " or unknown " + unknown + " sessions are below 0");
        }
    }

    /**
     * Returns the metric as of an instant; later contacts are not looked at. All sessions and cases of a customer must come to it, in
     * any order and part; asked per segment, a segment knows only of the cases in it. Memory: about 300 bytes for each customer, 100 for each case and 50 for each session.
     *
     * @param window above 0
     * @throws IllegalArgumentException if the window is not above 0
     */
    public static Metric<Contact, SelfService> metric(Duration window, Instant asOf) {
        return Metric.both(
                        repeats("sessions without a case", window, asOf)
                                .<Contact>on(contact -> contacts(contact, contact.kind() != Contact.Kind.CASE)),
                        repeats("helpful sessions without a case", window, asOf)
                                .<Contact>on(
                                        contact -> contacts(contact, contact.kind() == Contact.Kind.HELPFUL_SESSION)),
                        (all, helpful) -> of(window, all, helpful))
                .where(contact -> !contact.at().isAfter(asOf));
    }

    private static RepeatWithin repeats(String name, Duration window, Instant asOf) {
        return new RepeatWithin(name, window, asOf, true, false);
    }

    private static RepeatWithin.CustomerContacts contacts(Contact contact, boolean canBeYes) {
        boolean isCase = contact.kind() == Contact.Kind.CASE;
        return new RepeatWithin.CustomerContacts(
                contact.customer() == null
                        ? null
                        : new RepeatWithin.Key(contact.customer().value(), ""),
                isCase ? contact.at() : null,
                isCase ? List.of() : List.of(new RepeatWithin.WindowStart(contact.at(), canBeYes ? null : Outcome.NO)));
    }

    private static SelfService of(Duration window, RepeatWithin.Result all, RepeatWithin.Result helpful) {
        return new SelfService(
                window,
                all.proportion(),
                helpful.proportion(),
                all.excluded().getOrDefault(Outcome.IMMATURE.reason(), 0L),
                all.excluded().getOrDefault(RepeatWithin.UNKNOWN.reason(), 0L));
    }

    /** Returns the two shares, those that are in neither, and the window. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("withoutCase", withoutCase)
                .with("helped", helped)
                .with("immature", immature)
                .with("unknown", unknown)
                .with("window", window)
                .map();
    }
}
