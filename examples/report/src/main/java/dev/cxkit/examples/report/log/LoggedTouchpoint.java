package dev.cxkit.examples.report.log;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint that was read from a file.
 *
 * @param place where it stands in the file, or in the order of time where its ends are known or the file runs backwards
 * @param id the id, or what stands for one
 * @param type the activity
 * @param customer whose journey it belongs to, or which case
 * @param channel the channel, {@link Channel#UNKNOWN} if the file does not say it
 * @param occurredAt when it was or began
 * @param endedAt when it was over; null if that is not known
 * @param servedBy who served it; null if that is not known
 * @param segments the value of each segment
 */
public record LoggedTouchpoint(
        long place,
        String id,
        TouchpointType type,
        CustomerId customer,
        Channel channel,
        Instant occurredAt,
        @Nullable Instant endedAt,
        @Nullable String servedBy,
        List<String> segments)
        implements Touchpoint {

    private static final Instant EARLIEST = Instant.EPOCH.plusNanos(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

    /**
     * Checks the times and copies the list.
     *
     * @throws IllegalArgumentException if it was over before it began, or a time is outside 1677..2262
     */
    public LoggedTouchpoint {
        segments = List.copyOf(segments);
        checkRange(occurredAt);
        if (endedAt != null) {
            checkRange(endedAt);
            if (endedAt.isBefore(occurredAt)) {
                throw new IllegalArgumentException("end " + endedAt + " is before the start " + occurredAt);
            }
        }
    }

    private static void checkRange(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("time " + time + " is outside the years 1677..2262");
        }
    }

    @Override
    public Optional<Instant> end() {
        return Optional.ofNullable(endedAt);
    }

    /** Returns who served it; empty if that is not known. */
    public Optional<String> agent() {
        return Optional.ofNullable(servedBy);
    }

    /** Returns when it was over, which is when it occurred if it has no end. */
    public Instant over() {
        return endedAt == null ? occurredAt : endedAt;
    }

    /** Returns the same at another place. */
    LoggedTouchpoint inPlace(long place) {
        return new LoggedTouchpoint(place, id, type, customer, channel, occurredAt, endedAt, servedBy, segments);
    }

    /** Returns whether all but the place is equal: a touchpoint that is in the file twice is one. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LoggedTouchpoint that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, type, customer, channel, occurredAt, endedAt, servedBy, segments);
    }

    /** Returns the same with an end. */
    LoggedTouchpoint endingAt(Instant end) {
        return new LoggedTouchpoint(place, id, type, customer, channel, occurredAt, end, servedBy, segments);
    }
}
