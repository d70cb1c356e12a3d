package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change in the {@index workflow} of a case: opened, assigned, classified, waiting, resumed, escalated, resolved, reopened, closed, linked
 * or merged, or put under an SLA policy.
 */
public sealed interface WorkflowEvent extends CaseEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static WorkflowEvent read(Map<String, @Nullable Object> all) {
        return (WorkflowEvent) EventTypes.read(all);
    }

    /**
     * The case began. It comes first, and once.
     *
     * @param occurredAt when
     * @param by who
     * @param customer whose case it is; null if that is not known
     * @param channel the channel by which it came; null if that is not known
     * @param category what it is about; null while not classified
     * @param priority how urgent it is; null while not classified
     */
    record Opened(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("customer") @Nullable CustomerId customer,
            @JsonProperty("channel") @Nullable Channel channel,
            @JsonProperty("category") @Nullable String category,
            @JsonProperty("priority") @Nullable String priority)
            implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Opened {
            EventTypes.check(occurredAt, by);
        }
    }

    /**
     * The case was given to somebody.
     *
     * @param occurredAt when
     * @param by who
     * @param to who has it now
     * @param brief what was passed on; null if nothing was
     */
    record Assigned(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("to") Assignee to,
            @JsonProperty("brief") @Nullable Brief brief)
            implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Assigned {
            EventTypes.check(occurredAt, by);
            requireNonNull(to, "to of assigned is missing");
        }
    }

    /**
     * Category or priority became known or changed.
     *
     * @param occurredAt when
     * @param by who
     * @param category the category; null to leave it
     * @param priority the priority; null to leave it
     */
    record Classified(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("category") @Nullable String category,
            @JsonProperty("priority") @Nullable String priority)
            implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Classified {
            EventTypes.check(occurredAt, by);
        }
    }

    /**
     * The targets of this SLA policy apply from now on.
     *
     * @param occurredAt when
     * @param by who
     * @param policy the id of the SLA policy
     */
    record SlaPolicyApplied(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("policy") String policy)
            implements WorkflowEvent {

        /** Throws an {@link IllegalArgumentException} if the policy is blank. */
        public SlaPolicyApplied {
            EventTypes.check(occurredAt, by);
            CaseId.text(type(), "policy", policy);
        }
    }

    /**
     * The case waits on the customer or on a third party.
     *
     * @param occurredAt when
     * @param by who
     * @param on {@link WaitingOn#CUSTOMER} or {@link WaitingOn#THIRD_PARTY}
     * @param until when it waits on us again if nothing happens before; null for no such time
     */
    record Waiting(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("on") WaitingOn on,

            @JsonProperty("until") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant until)
            implements WorkflowEvent {

        /**
         * Throws an {@link IllegalArgumentException} if {@code on} is neither the customer nor a third party, or {@code until} is not after
         * {@code occurredAt}.
         */
        public Waiting {
            EventTypes.check(occurredAt, by);
            requireNonNull(on, "on of waiting is missing");
            if (on != WaitingOn.CUSTOMER && on != WaitingOn.THIRD_PARTY) {
                throw new IllegalArgumentException("waiting on " + on + " is not on CUSTOMER or THIRD_PARTY");
            }
            if (until != null && !until.isAfter(occurredAt)) {
                throw new IllegalArgumentException("waiting until " + until + " is not after " + occurredAt);
            }
        }
    }

    /**
     * The case waits on us again.
     *
     * @param occurredAt when
     * @param by who
     */
    record Resumed(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by) implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Resumed {
            EventTypes.check(occurredAt, by);
        }
    }

    /**
     * The case went to a higher level.
     *
     * @param occurredAt when
     * @param by who
     * @param level the level
     * @param reason why; null if not said
     */
    record Escalated(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("level") String level,
            @JsonProperty("reason") @Nullable String reason)
            implements WorkflowEvent {

        /** Throws an {@link IllegalArgumentException} if the level is blank. */
        public Escalated {
            EventTypes.check(occurredAt, by);
            CaseId.text(type(), "level", level);
        }
    }

    /**
     * The problem is solved, as far as we know.
     *
     * @param occurredAt when
     * @param by who
     * @param code how; null if not said
     * @param rootCause why it arose; null if not known
     * @param confirmedBy who says so
     */
    record Resolved(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("code") @Nullable String code,
            @JsonProperty("rootCause") @Nullable String rootCause,
            @JsonProperty("confirmedBy") Confirmation confirmedBy)
            implements WorkflowEvent {

        /** Who says that a problem is solved. */
        public enum Confirmation {
            /** The customer said so. */
            CUSTOMER,
            /** We say so. */
            US,
            /** Nobody objected in time. */
            TIMEOUT
        }

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Resolved {
            EventTypes.check(occurredAt, by);
            requireNonNull(confirmedBy, "confirmedBy of resolved is missing");
        }
    }

    /**
     * It was not solved after all. Whether a message after the solution reopens a case is the host's decision.
     *
     * @param occurredAt when
     * @param by who
     * @param reason why; null if not said
     */
    record Reopened(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("reason") @Nullable String reason)
            implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Reopened {
            EventTypes.check(occurredAt, by);
        }
    }

    /**
     * The case was put away. Without a resolution before, this is one, unless nobody of ours had said a word: then it was abandoned.
     *
     * @param occurredAt when
     * @param by who
     */
    record Closed(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by) implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Closed {
            EventTypes.check(occurredAt, by);
        }
    }

    /**
     * The case has to do with another.
     *
     * @param occurredAt when
     * @param by who
     * @param kind how
     * @param other the other case
     */
    record Linked(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("kind") Link kind,
            @JsonProperty("other") CaseId other)
            implements WorkflowEvent {

        /** How two cases belong together. */
        public enum Link {
            /** The same problem of the same customer. */
            DUPLICATE,
            /** The other one is the cause. */
            CAUSED_BY,
            /** This one follows from the other. */
            FOLLOW_UP,
            /** In some other way. */
            RELATED
        }

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Linked {
            EventTypes.check(occurredAt, by);
            requireNonNull(kind, "kind of linked is missing");
            requireNonNull(other, "other of linked is missing");
        }
    }

    /**
     * The case was merged into another one and is excluded from every count, whenever it was closed. Into itself is refused.
     *
     * @param occurredAt when
     * @param by who
     * @param other the case into which it was merged
     */
    record Merged(
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("by") Actor by,
            @JsonProperty("other") CaseId other)
            implements WorkflowEvent {

        /** Throws a {@link NullPointerException} that names the part if one is missing that must be there. */
        public Merged {
            EventTypes.check(occurredAt, by);
            requireNonNull(other, "other of merged-into is missing");
        }
    }
}
