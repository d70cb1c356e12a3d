package dev.cxkit.core.sla;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies of a case up to an instant, one after the other. */
final class PolicyHistory {

    /** A policy from an instant on, until the next one, and the event by which. */
    record InForce(Instant from, SlaPolicy policy, CaseEvent cause) {}

    final Case supportCase;
    final Instant asOf;
    final List<InForce> policies = new ArrayList<>(2);

    /** Worked out when the first clock is asked to account for its time, and shared by the others. */
    private @Nullable List<CaseSegment> segments;

    PolicyHistory(Case supportCase, Instant asOf) {
        this.supportCase = supportCase;
        this.asOf = asOf;
    }

    List<CaseSegment> segments() {
        List<CaseSegment> known = segments;
        if (known == null) {
            known = supportCase.segments(asOf);
            segments = known;
        }
        return known;
    }
}
