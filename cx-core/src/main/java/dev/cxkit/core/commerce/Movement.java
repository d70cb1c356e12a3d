package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A movement of recurring revenue ({@index MRR}): the change of a {@link Subscription} and the recurring amount that holds after it.
 *
 * <p>A plan that is paid for a year or another {@index term} has the amount of the term and its {@link #forMonths months}, so that 100.00 a
 * year stays 100.00 and is not twelve times 8.33.
 *
 * @param kind what changed
 * @param occurredAt when it took effect
 * @param recurring the amount after it, per month or per term, at least 0; 0 after churn
 * @param months the term that the amount is for, in months: one that divides {@value #COMMON_TERM}, such as 12, 24 or 36; absent for 1, and
 *     where the amount is 0
 * @param seats how many seats there are after it, at least 0; absent where they are not known
 * @param voluntary of churn, whether the customer wanted it; false for a failed payment and the like, absent where it is not known
 * @param reasons why it became less, in the host's words and the order in which they were given; often empty
 */
@JsonPropertyOrder({"kind", "occurredAt", "recurring", "months", "seats", "voluntary", "reasons"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Movement(
        @JsonProperty("kind") Kind kind,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonProperty("recurring") Money recurring,
        @JsonProperty("months") @Nullable Integer months,
        @JsonProperty("seats") @Nullable Long seats,
        @JsonProperty("voluntary") @Nullable Boolean voluntary,
        @JsonProperty("reasons") List<String> reasons)
        implements Serializable {

    /** A number of months that every term divides: 1 to 12 months do, and 18, 24, 36, 48, 60, 72, 84 and 120. */
    public static final int COMMON_TERM = 55_440;

    /** How a subscription changes. */
    public enum Kind {
        /** It starts, perhaps with a free trial. */
        START,
        /** A higher amount, or more seats for the same. */
        EXPANSION,
        /** A lower amount, or fewer seats for the same. */
        CONTRACTION,
        /** It is paused, and the customer stays. */
        PAUSE,
        /** The end of a pause. */
        RESUME,
        /** It ends. */
        CHURN,
        /** It begins again after its end. */
        REACTIVATION
    }

    /**
     * Copies the reasons; absent ones are none.
     *
     * @throws IllegalArgumentException if an amount or number of seats is negative, the term none of those allowed, churn leaves something, a reason is blank or there
     *     twice, there are reasons for something that does not become less, or what is not churn is said to be voluntary or not
     */
    public Movement {
        requireNonNull(kind, "kind of movement is missing");
        requireNonNull(occurredAt, "occurredAt of movement is missing");
        requireNonNull(recurring, "recurring of movement is missing");
        reasons = reasons == null ? List.of() : JsonValues.list("reasons of movement", reasons);
        boolean churn = kind == Kind.CHURN;
        if (recurring.signum() < 0 || (churn && recurring.signum() != 0)) {
            throw new IllegalArgumentException(
                    "recurring " + recurring + " after " + kind + " is not " + (churn ? "0" : "at least 0"));
        }
        if (months != null && (months < 1 || COMMON_TERM % months != 0)) {
            throw new IllegalArgumentException("months " + months + " do not divide " + COMMON_TERM
                    + ", as the terms from 1 to 12 do and 18, 24, 36, 48, 60, 72, 84 and 120");
        }
        months = months == null || months == 1 || recurring.signum() == 0 ? null : months;
        if (seats != null && (seats < 0 || (churn && seats != 0))) {
            throw new IllegalArgumentException(
                    "seats " + seats + " after " + kind + " are not " + (churn ? "0" : "at least 0"));
        }
        if (voluntary != null && !churn) {
            throw new IllegalArgumentException(kind + " is neither voluntary nor involuntary; only churn is");
        }
        if (!reasons.isEmpty() && !churn && kind != Kind.CONTRACTION && kind != Kind.PAUSE) {
            throw new IllegalArgumentException(kind + " has reasons; only churn, contractions and pauses have");
        }
        if (new HashSet<>(reasons).size() < reasons.size() || reasons.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a reason of " + kind + " is blank or there twice");
        }
    }

    @JsonCreator
    static Movement read(
            @JsonProperty("kind") @Nullable Object kind,
            @JsonProperty("occurredAt") @Nullable Object occurredAt,
            @JsonProperty("recurring") Money recurring,
            @JsonProperty("months") @Nullable Object months,
            @JsonProperty("seats") @Nullable Object seats,
            @JsonProperty("voluntary") @Nullable Object voluntary,
            @JsonProperty("reasons") @Nullable Object reasons) {
        return new Movement(
                JsonValues.constant("kind of movement", kind, Kind.class),
                JsonValues.time("occurredAt of movement", occurredAt),
                recurring,
                JsonValues.integer("months of movement", months),
                JsonValues.whole("seats of movement", seats),
                JsonValues.flag("voluntary of movement", voluntary),
                JsonValues.texts("reasons of movement", reasons));
    }

    /**
     * Returns a movement of which no more is known.
     *
     * @throws IllegalArgumentException if the amount does not go with the kind
     */
    public static Movement of(Kind kind, Instant occurredAt, Money recurring) {
        return new Movement(kind, occurredAt, recurring, null, null, null, List.of());
    }

    /**
     * Returns the same movement where the amount is for so many months: 100.00 for 12 months.
     *
     * @throws IllegalArgumentException if the number does not divide {@link #COMMON_TERM}
     */
    public Movement forMonths(int number) {
        return new Movement(kind, occurredAt, recurring, number, seats, voluntary, reasons);
    }

    /** Returns the term: how many months the amount is for, 1 as a rule. */
    public int term() {
        return months == null ? 1 : months;
    }

    /**
     * Returns the amount per month, rounded half up to the smallest unit of the currency: to be shown. Such parts do not add up; revenue
     * retention and churn reasons add what is exact.
     */
    public Money monthly() {
        long whole = recurring.minorUnits() / term();
        long rest = recurring.minorUnits() % term();
        return new Money(whole + (2 * rest >= term() ? 1 : 0), recurring.currency());
    }

    /** Compares the exact amounts per month. */
    int compareRecurring(Movement other) {
        return BigInteger.valueOf(recurring.minorUnits())
                .multiply(BigInteger.valueOf(other.term()))
                .compareTo(BigInteger.valueOf(other.recurring.minorUnits()).multiply(BigInteger.valueOf(term())));
    }

    /** Returns the same movement with the number of seats after it. */
    public Movement withSeats(long number) {
        return new Movement(kind, occurredAt, recurring, months, number, voluntary, reasons);
    }

    /** Returns the same churn, wanted by the customer or not. */
    public Movement withVoluntary(boolean wanted) {
        return new Movement(kind, occurredAt, recurring, months, seats, wanted, reasons);
    }

    /** Returns the same movement with reasons, the most important first. */
    public Movement withReasons(String... why) {
        return new Movement(kind, occurredAt, recurring, months, seats, voluntary, List.of(why));
    }

    /** Returns kind, time and amount, and none of the reasons. */
    @Override
    public String toString() {
        return kind + " at " + occurredAt + " to " + recurring + (months == null ? "" : " for " + months + " months");
    }
}
