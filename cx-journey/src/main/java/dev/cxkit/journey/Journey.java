package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one customer went through, touchpoint by touchpoint. A host's own types of touchpoint travel through untouched.
 *
 * @param customer whose journey it is
 * @param touchpoints the touchpoints in order of time, those of one instant in the order in which they were given; at least one, all
 *     of this customer; unmodifiable
 */
public record Journey(CustomerId customer, List<Touchpoint> touchpoints) {

    /**
     * Puts the touchpoints in order.
     *
     * @throws IllegalArgumentException if there is none, or one is of another customer
     */
    public Journey {
        requireNonNull(customer, "customer");
        List<Touchpoint> ordered = new ArrayList<>(touchpoints);
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a journey has at least one touchpoint");
        }
        for (Touchpoint touchpoint : ordered) {
            if (!touchpoint.customer().equals(customer)) {
                throw new IllegalArgumentException(
                        "touchpoint " + touchpoint.id() + " is of another customer than the journey");
            }
        }
        ordered.sort(Comparator.comparing(Touchpoint::occurredAt));
        touchpoints = List.copyOf(ordered);
    }

    /** Returns the journey of these touchpoints, which are all of one customer, in any order. */
    public static Journey of(List<? extends Touchpoint> touchpoints) {
        if (touchpoints.isEmpty()) {
            throw new IllegalArgumentException("a journey has at least one touchpoint");
        }
        return new Journey(touchpoints.get(0).customer(), List.copyOf(touchpoints));
    }

    /** Returns the journey with one more touchpoint, wherever it belongs in time. */
    public Journey and(Touchpoint touchpoint) {
        List<Touchpoint> more = new ArrayList<>(touchpoints);
        more.add(requireNonNull(touchpoint, "touchpoint"));
        return new Journey(customer, more);
    }

    /** Returns when the first touchpoint occurred. */
    public Instant start() {
        return touchpoints.get(0).occurredAt();
    }

    /** Returns when the last touchpoint was over; one without an end was over when it occurred. */
    public Instant end() {
        return touchpoints.stream()
                .map(touchpoint -> touchpoint.end().orElse(touchpoint.occurredAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns the elapsed time from {@link #start()} to {@link #end()}. */
    public Duration length() {
        return Duration.between(start(), end());
    }

    /** Returns customer, number of touchpoints and start, and nothing of what happened. */
    @Override
    public String toString() {
        return "Journey[customer=" + customer + ", touchpoints=" + touchpoints.size() + ", start=" + start() + "]";
    }
}
