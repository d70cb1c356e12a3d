package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How often a customer is back after a resolution: the share of resolutions after which, within a window, the same customer opened
 * another case of the same category, or both without one, or a case was opened that is linked to the resolved one as its
 * {@link WorkflowEvent.Linked.Link#FOLLOW_UP}, by whomever and of whatever category. A resolution whose window is not over is left out as
 * {@code immature}, one of a case whose customer is not known as {@code unknown customer}; merged cases do not count.
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
    public static Metric<Case, Share> within(Duration within, Instant asOf) {
        String name = "repeat contacts within " + within;
        return new CaseMetric<>(
                name,
                asOf,
                (of, at) -> List.of(seen(of, at)),
                new RepeatWithin(name, within, asOf, false, true),
                (cases, counted) -> counted.of(cases));
    }

    private static RepeatWithin.CustomerContacts seen(Case of, Instant asOf) {
        String category = of.category(asOf).orElse("");
        List<RepeatWithin.WindowStart> endings = new ArrayList<>();
        for (Instant at : of.resolutions(asOf)) {
            endings.add(new RepeatWithin.WindowStart(at, null));
        }
        return new RepeatWithin.CustomerContacts(
                of.customer()
                        .map(customer -> new RepeatWithin.Key(customer.value(), category))
                        .orElse(null),
                of.openedAt(),
                endings,
                of.id().value(),
                followed(of, asOf));
    }

    /** The cases that this one follows from. */
    private static Set<String> followed(Case of, Instant asOf) {
        Set<String> followed = Set.of();
        for (CaseEvent event : CaseEvents.upTo(of, asOf)) {
            if (event instanceof WorkflowEvent.Linked link && link.kind() == WorkflowEvent.Linked.Link.FOLLOW_UP) {
                followed = followed.isEmpty() ? new HashSet<>() : followed;
                followed.add(link.other().value());
            }
        }
        return followed;
    }
}
