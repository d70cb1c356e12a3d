package dev.cxkit.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One row that was refused.
 *
 * @param position where the row stands, in the reader's own count: a line, a record number
 * @param reason why it was refused, in words; it may quote the row, so it is data as personal as the row itself
 */
public record RejectedRow(long position, String reason) implements Serializable {

    /** Checks that there is a reason. */
    public RejectedRow {
        requireNonNull(reason, "reason");
    }

    /** Returns the position, not the reason. */
    @Override
    public String toString() {
        return "Refusal[position=" + position + "]";
    }
}
