package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Instant;

/** What an assembly knows of the objects that are put into it: touchpoints, or rows of a host that become touchpoints when asked for. */
abstract class RowReader {

    /** Reads touchpoints. */
    static final RowReader TOUCHPOINTS = new RowReader() {

        @Override
        String customer(Object row) {
            return touchpoint(row).customer().value();
        }

        @Override
        String type(Object row) {
            return touchpoint(row).type().name();
        }

        @Override
        Instant occurredAt(Object row) {
            return touchpoint(row).occurredAt();
        }

        @Override
        Instant over(Object row, Instant occurredAt) {
            return touchpoint(row).end().orElse(occurredAt);
        }

        @Override
        int hash(Object row) {
            return touchpoint(row).id().hashCode();
        }

        @Override
        TouchpointOrder.Identity identity(Object row, TouchpointOrder order) {
            return order.identity(touchpoint(row));
        }

        @Override
        int compare(Object one, Object other, TouchpointOrder order) {
            return order.compare(touchpoint(one), touchpoint(other));
        }

        @Override
        Touchpoint touchpoint(Object row) {
            return (Touchpoint) row;
        }
    };

    /** The text of the customer, not blank. */
    abstract String customer(Object row);

    /** The name of the type. */
    abstract String type(Object row);

    abstract Instant occurredAt(Object row);

    /** When it was over; the second instant where it has no end. */
    abstract Instant over(Object row, Instant occurredAt);

    /** Equal for rows of the same {@link #identity}. */
    abstract int hash(Object row);

    abstract TouchpointOrder.Identity identity(Object row, TouchpointOrder order);

    /** Compares two of one instant. */
    abstract int compare(Object one, Object other, TouchpointOrder order);

    abstract Touchpoint touchpoint(Object row);
}
