package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of time [from, to) on the time line, of positive length.
 *
 * @param from the first instant of the range
 * @param to the first instant after the range; later than {@code from}
 */
@JsonPropertyOrder({"from", "to"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record TimeRange(
        @JsonProperty("from") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant from,

        @JsonProperty("to") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant to)
        implements Serializable {

    /** Throws an {@link IllegalArgumentException} if {@code to} is not after {@code from}. */
    public TimeRange {
        requireNonNull(from, "from of time range is missing");
        requireNonNull(to, "to of time range is missing");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "time range from " + from + " to " + to + " is empty; to must be after from");
        }
    }

    @JsonCreator
    static TimeRange read(@JsonProperty("from") @Nullable Object from, @JsonProperty("to") @Nullable Object to) {
        return new TimeRange(JsonValues.time("from of time range", from), JsonValues.time("to of time range", to));
    }

    /** Returns the range between the two instants. */
    public static TimeRange of(Instant from, Instant to) {
        return new TimeRange(from, to);
    }

    /** Returns whether the instant lies in {@code [from, to)}. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** Returns whether the two ranges share an instant. */
    public boolean overlaps(TimeRange other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Returns the elapsed time between both ends, so 23 or 25 hours for a day on which clocks change. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Returns the range as an ISO 8601 interval, for instance {@code 2026-01-05T09:00:00Z/2026-01-05T17:00:00Z}. */
    @Override
    public String toString() {
        return from + "/" + to;
    }
}
