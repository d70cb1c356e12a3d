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
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "survey response"}, review or rating: the answers of one customer at one time, {@index solicited} or not.
 *
 * <ul>
 *   <li>A question that was asked has an answer, even if that is {@link Answer#skipped()}; one that was not asked has none.
 *   <li>Feedback of an unknown customer counts as any other.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Answer;
 * import dev.cxkit.core.feedback.Feedback;
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.core.feedback.Subject;
 * import dev.cxkit.core.feedback.SurveyKind;
 * import java.time.Instant;
 *
 * Feedback feedback = Feedback.builder("f-1", "shop")
 *         .occurredAt(Instant.parse("2026-01-31T12:00:00Z"))
 *         .subject(Subject.order("o-1"))
 *         .solicited(SurveyKind.TRANSACTIONAL, "post-purchase")
 *         .answer("recommend", Scale.NPS.rate(9))
 *         .answer("words", Answer.text("It was fine."))
 *         .build();
 * System.out.println(feedback.answer("recommend").orElseThrow());
 * System.out.println(feedback.answer("parking"));
 * // -> Rated[scale=nps, value=9]
 * // -> Optional.empty
 * }</pre>
 *
 * @param id the id, unique within its source
 * @param source the system or file that it comes from
 * @param customer who said it; absent if that is not known
 * @param occurredAt when it was said
 * @param subject what it is about
 * @param solicited whether the company asked for it; never guessed, so it must be given
 * @param surveyKind what the survey was sent for; absent without a survey
 * @param survey the id of the survey; absent without a survey
 * @param channel the channel by which it came; absent if that is not known
 * @param answers the answers by question, in the order of the questions; questions that were not asked are not in it
 * @param attributes what else the host knows of it
 */
@JsonPropertyOrder({
    "id",
    "source",
    "customer",
    "occurredAt",
    "subject",
    "solicited",
    "surveyKind",
    "survey",
    "channel",
    "answers",
    "attributes"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Feedback(
        @JsonProperty("id") String id,
        @JsonProperty("source") String source,
        @JsonProperty("customer") @Nullable CustomerId customer,

        @JsonProperty("occurredAt") @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant occurredAt,

        @JsonProperty("subject") Subject subject,
        @JsonProperty("solicited") Boolean solicited,
        @JsonProperty("surveyKind") @Nullable SurveyKind surveyKind,
        @JsonProperty("survey") @Nullable String survey,
        @JsonProperty("channel") @Nullable Channel channel,
        @JsonProperty("answers") Map<String, Answer> answers,

        @JsonProperty("attributes") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Attributes attributes)
        implements Serializable {

    /**
     * Copies the answers; absent answers or attributes are none.
     *
     * @throws IllegalArgumentException if id, source or survey is blank
     */
    public Feedback {
        Require.text("id of feedback", id);
        Require.text("source of feedback", source);
        requireNonNull(occurredAt, "occurredAt of feedback is missing");
        requireNonNull(subject, "subject of feedback is missing");
        requireNonNull(solicited, "solicited is missing: true if the company asked for the feedback, else false");
        if (survey != null) {
            Require.text("survey of feedback", survey);
        }
        Map<String, Answer> copy = new LinkedHashMap<>();
        if (answers != null) {
            answers.forEach((question, answer) -> copy.put(
                    requireNonNull(question, "question"),
                    requireNonNull(
                            answer, () -> "answer to " + question + " is null in answers; one left open is skipped")));
        }
        answers = Collections.unmodifiableMap(copy);
        attributes = attributes == null ? Attributes.none() : attributes;
    }

    @JsonCreator
    static Feedback read(
            @JsonProperty("id") @Nullable Object id,
            @JsonProperty("source") @Nullable Object source,
            @JsonProperty("customer") @Nullable CustomerId customer,
            @JsonProperty("occurredAt") @Nullable Object occurredAt,
            @JsonProperty("subject") Subject subject,
            @JsonProperty("solicited") @Nullable Object solicited,
            @JsonProperty("surveyKind") @Nullable SurveyKind surveyKind,
            @JsonProperty("survey") @Nullable Object survey,
            @JsonProperty("channel") @Nullable Channel channel,
            @JsonProperty("answers") Map<String, Answer> answers,
            @JsonProperty("attributes") Attributes attributes) {
        return new Feedback(
                JsonValues.text("id of feedback", id),
                JsonValues.text("source of feedback", source),
                customer,
                JsonValues.time("occurredAt of feedback", occurredAt),
                subject,
                JsonValues.flag("solicited of feedback", solicited),
                surveyKind,
                JsonValues.text("survey of feedback", survey),
                channel,
                answers,
                attributes);
    }

    /** Returns a builder for feedback with this id from this source; time, subject and whether it was asked for follow. */
    public static Builder builder(String id, String source) {
        return new Builder(id, source);
    }

    /** Returns the answer to the question; empty if it was not asked. */
    public Optional<Answer> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /** Returns the answer to the question as a list of one, or of none if it was not asked: a view for metrics. */
    public List<Answer> answers(String question) {
        Answer answer = answers.get(question);
        return answer == null ? List.of() : List.of(answer);
    }

    /** Returns the id, the source and the subject; nothing of the customer and none of the answers. */
    @Override
    public String toString() {
        return "Feedback[id=" + id + ", source=" + source + ", subject=" + subject.kind() + ", answers="
                + answers.size() + "]";
    }

    /** Makes {@link Feedback} step by step. One builder belongs to one thread. */
    public static final class Builder {
        private final String id;
        private final String source;
        private @Nullable CustomerId customer;
        private @Nullable Instant occurredAt;
        private @Nullable Subject subject;
        private @Nullable Boolean solicited;
        private @Nullable SurveyKind surveyKind;
        private @Nullable String survey;
        private @Nullable Channel channel;
        private final Map<String, Answer> answers = new LinkedHashMap<>();
        private Attributes attributes = Attributes.none();

        private Builder(String id, String source) {
            this.id = id;
            this.source = source;
        }

        /** Sets who said it; not needed. */
        public Builder customer(CustomerId customer) {
            this.customer = customer;
            return this;
        }

        /** Sets when it was said. */
        public Builder occurredAt(Instant occurredAt) {
            this.occurredAt = occurredAt;
            return this;
        }

        /** Sets what it is about. */
        public Builder subject(Subject subject) {
            this.subject = subject;
            return this;
        }

        /** Says that the customer came with it unasked. */
        public Builder unsolicited() {
            this.solicited = false;
            return this;
        }

        /** Says that the company asked for it in this survey. */
        public Builder solicited(SurveyKind surveyKind, String survey) {
            this.solicited = true;
            this.surveyKind = surveyKind;
            this.survey = survey;
            return this;
        }

        /** Sets the channel by which it came; not needed. */
        public Builder channel(Channel channel) {
            this.channel = channel;
            return this;
        }

        /**
         * Adds the answer to a question.
         *
         * @throws IllegalArgumentException if the question has an answer already
         */
        public Builder answer(String question, Answer answer) {
            requireNonNull(question, "question");
            if (answers.putIfAbsent(question, requireNonNull(answer, "answer")) != null) {
                throw new IllegalArgumentException("question " + question + " is answered twice");
            }
            return this;
        }

        /**
         * Adds one attribute.
         *
         * @throws IllegalArgumentException if the value is not plain
         */
        public Builder attribute(String name, Object value) {
            attributes = attributes.with(name, value);
            return this;
        }

        /**
         * Returns the feedback.
         *
         * @throws NullPointerException if the time, the subject or whether it was asked for is missing
         * @throws IllegalArgumentException if id, source or survey is blank
         */
        public Feedback build() {
            return new Feedback(
                    id,
                    source,
                    customer,
                    requireNonNull(occurredAt, "occurredAt is missing: when the feedback was given"),
                    requireNonNull(
                            subject, "subject is missing: what the feedback is about, such as an order or the company"),
                    requireNonNull(
                            solicited,
                            "solicited is missing: call solicited(kind, survey) if the company asked, else unsolicited()"),
                    surveyKind,
                    survey,
                    channel,
                    answers,
                    attributes);
        }
    }
}
