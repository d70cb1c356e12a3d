package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@index "Repeat contact rate"}: the share of resolutions that were followed by another case within a window.
 *
 * <ul>
 *   <li>A repeat is another case of the same customer in the same category, or both without one; or a case of whomever, and of whatever
 *       category, that is linked to the resolved one as its {@link WorkflowEvent.Linked.Link#FOLLOW_UP}.
 *   <li>Every resolution of a case counts. Merged cases do not.
 *   <li>A new case counts once, for the last resolution before it: that of the case it is linked to, else that of the same customer and
 *       category. One resolution of a case that was reopened, or of two cases at once, is not followed by the same new case again.
 *   <li>Excluded as {@code immature}: a resolution whose window is not over.
 *   <li>Excluded as {@code unknown customer}: one of a case whose customer is not known.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.metrics.service.RepeatContacts;
 * import dev.cxkit.metrics.service.Share;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * Actor kim = Actor.agent("kim");
 * List<Case> cases = List.of(
 *         Case.builder("1").opened(monday, "ada").resolved(monday.plusSeconds(600), kim).build(),
 *         Case.builder("2").opened(monday.plusSeconds(90_000), "ada").resolved(monday.plusSeconds(91_000), kim).build());
 * Share repeats = RepeatContacts.metric(Duration.ofDays(7), monday.plus(Duration.ofDays(8))).over(cases);
 * System.out.println(repeats.proportion().count() + " of " + repeats.proportion().total() + ", excluded " + repeats.excluded());
 * // -> 1 of 1, excluded {immature=1}
 * }</pre>
 */
public final class RepeatContacts {

    private RepeatContacts() {}

    /**
     * Returns the metric as of an instant. Categories are those in force then. All cases of a customer must come to it, in any order
     * and part. Memory: about 24 bytes for each case and each resolution, and 100 for each link, beside the ids.
     *
     * @param within the window, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Metric<Case, Share> metric(Duration within, Instant asOf) {
        String name = "repeat contacts";
        return Coverage.metric(
                Reading.ofCases(name, (supportCase, at) -> List.of(contacts(supportCase, at, starts(supportCase, at)))),
                new RepeatWithin(name, within, asOf, false, true),
                (cases, counted) -> counted.share(cases),
                asOf);
    }

    private static List<RepeatWithin.WindowStart> starts(Case supportCase, Instant asOf) {
        return supportCase.resolutions(asOf).stream()
                .map(at -> new RepeatWithin.WindowStart(at, null))
                .toList();
    }

    /** What is seen of a customer by a case: its opening, and what a later one is a repeat of. */
    static RepeatWithin.CustomerContacts contacts(
            Case supportCase, Instant asOf, List<RepeatWithin.WindowStart> starts) {
        String category = supportCase.category(asOf).orElse("");
        return new RepeatWithin.CustomerContacts(
                supportCase
                        .customer()
                        .map(customer -> new RepeatWithin.Key(customer.value(), category))
                        .orElse(null),
                supportCase.openedAt(),
                starts,
                supportCase.id().value(),
                followed(supportCase, asOf));
    }

    /** The cases that this one follows from. */
    private static Set<String> followed(Case supportCase, Instant asOf) {
        Set<String> followed = Set.of();
        for (CaseEvent event : supportCase.effectiveEvents(asOf)) {
            if (event instanceof WorkflowEvent.Linked link && link.kind() == WorkflowEvent.Linked.Link.FOLLOW_UP) {
                followed = followed.isEmpty() ? new HashSet<>() : followed;
                followed.add(link.other().value());
            }
        }
        return followed;
    }
}
