package dev.cxkit.core.feedback;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "survey invitation"} and its progress: delivered, opened, started ({@index drop-off} between), completed or declined.
 *
 * <p>A step that has not happened, or that nobody records, is absent. The steps need not all be there: a survey can be completed although no
 * opening was seen.
 *
 * @param id the id, not blank
 * @param survey the id of the survey, not blank
 * @param customer who was asked; absent if that is not known
 * @param invitedAt when the request was sent or shown
 * @param deliveredAt when it arrived
 * @param openedAt when it was opened
 * @param startedAt when the first question was answered
 * @param completedAt when the survey was sent back
 * @param declinedAt when the customer said no
 */
@JsonPropertyOrder({
    "id",
    "survey",
    "customer",
    "invitedAt",
    "deliveredAt",
    "openedAt",
    "startedAt",
    "completedAt",
    "declinedAt"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Invitation(
        @JsonProperty("id") String id,
        @JsonProperty("survey") String survey,
        @JsonProperty("customer") @Nullable CustomerId customer,

        @JsonProperty("invitedAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant invitedAt,

        @JsonProperty("deliveredAt") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant deliveredAt,

        @JsonProperty("openedAt") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant openedAt,

        @JsonProperty("startedAt") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant startedAt,

        @JsonProperty("completedAt") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant completedAt,

        @JsonProperty("declinedAt") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant declinedAt)
        implements Serializable {

    /** Throws an {@link IllegalArgumentException} if id or survey is blank, or a step is before {@code invitedAt}. */
    public Invitation {
        Require.text("id of invitation", id);
        Require.text("survey of invitation", survey);
        requireNonNull(invitedAt, "invitedAt of invitation is missing");
        notBefore(invitedAt, deliveredAt, "deliveredAt");
        notBefore(invitedAt, openedAt, "openedAt");
        notBefore(invitedAt, startedAt, "startedAt");
        notBefore(invitedAt, completedAt, "completedAt");
        notBefore(invitedAt, declinedAt, "declinedAt");
    }

    @JsonCreator
    static Invitation read(
            @JsonProperty("id") @Nullable Object id,
            @JsonProperty("survey") @Nullable Object survey,
            @JsonProperty("customer") @Nullable CustomerId customer,
            @JsonProperty("invitedAt") @Nullable Object invitedAt,
            @JsonProperty("deliveredAt") @Nullable Object deliveredAt,
            @JsonProperty("openedAt") @Nullable Object openedAt,
            @JsonProperty("startedAt") @Nullable Object startedAt,
            @JsonProperty("completedAt") @Nullable Object completedAt,
            @JsonProperty("declinedAt") @Nullable Object declinedAt) {
        return new Invitation(
                JsonValues.text("id of invitation", id),
                JsonValues.text("survey of invitation", survey),
                customer,
                JsonValues.time("invitedAt of invitation", invitedAt),
                JsonValues.time("deliveredAt of invitation", deliveredAt),
                JsonValues.time("openedAt of invitation", openedAt),
                JsonValues.time("startedAt of invitation", startedAt),
                JsonValues.time("completedAt of invitation", completedAt),
                JsonValues.time("declinedAt of invitation", declinedAt));
    }

    private static void notBefore(Instant invitedAt, @Nullable Instant step, String name) {
        if (step != null && step.isBefore(invitedAt)) {
            throw new IllegalArgumentException(name + " " + step + " is before invitedAt " + invitedAt);
        }
    }

    /** Returns an invitation of which nothing is known yet but that it went out. */
    public static Invitation of(String id, String survey, @Nullable CustomerId customer, Instant invitedAt) {
        return new Invitation(id, survey, customer, invitedAt, null, null, null, null, null);
    }

    /** Returns a copy with the time of delivery. */
    public Invitation delivered(Instant at) {
        return new Invitation(id, survey, customer, invitedAt, at, openedAt, startedAt, completedAt, declinedAt);
    }

    /** Returns a copy with the time of opening. */
    public Invitation opened(Instant at) {
        return new Invitation(id, survey, customer, invitedAt, deliveredAt, at, startedAt, completedAt, declinedAt);
    }

    /** Returns a copy with the time of the first answer. */
    public Invitation started(Instant at) {
        return new Invitation(id, survey, customer, invitedAt, deliveredAt, openedAt, at, completedAt, declinedAt);
    }

    /** Returns a copy with the time of completion. */
    public Invitation completed(Instant at) {
        return new Invitation(id, survey, customer, invitedAt, deliveredAt, openedAt, startedAt, at, declinedAt);
    }

    /** Returns a copy with the time at which the customer declined. */
    public Invitation declined(Instant at) {
        return new Invitation(id, survey, customer, invitedAt, deliveredAt, openedAt, startedAt, completedAt, at);
    }

    /** Returns the id, the survey and the time; nothing of the customer. */
    @Override
    public String toString() {
        return "Invitation[id=" + id + ", survey=" + survey + ", invitedAt=" + invitedAt + "]";
    }
}
