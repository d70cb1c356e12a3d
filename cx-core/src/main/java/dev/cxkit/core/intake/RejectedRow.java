package dev.cxkit.core.intake;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * A row of input that was rejected, with its position and the reason.
 *
 * @param position where the row stands, in the reader's own count: a line, a record number
 * @param reason why it was rejected, in words; it may quote the row, so it is data as personal as the row itself
 */
public record RejectedRow(long position, String reason) implements Result {

    /** Throws a {@link NullPointerException} if the reason is missing. */
    public RejectedRow {
        requireNonNull(reason, "reason");
    }

    /** Returns the position, not the reason. */
    @Override
    public String toString() {
        return "RejectedRow[position=" + position + "]";
    }

    /** Returns {@code position} and {@code reason}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("position", position)
                .with("reason", reason)
                .map();
    }
}
