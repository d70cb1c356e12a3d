package dev.cxkit.core.feedback;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.touchpoint.Attributes;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one survey question: a rating, single or multiple choice, ranking, {@index "open-ended question" open-ended} text, not
 * applicable, or skipped.
 *
 * <p>That a question was skipped or does not apply is an answer too; a question that was not asked has none.
 *
 * <p>In JSON an object with the property {@code kind}; a kind that this version does not know is kept as {@link Unknown}.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "kind",
        visible = true,
        defaultImpl = Answer.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = Answer.Chosen.class, name = "chosen"),
    @JsonSubTypes.Type(value = Answer.Ranked.class, name = "ranked"),
    @JsonSubTypes.Type(value = Answer.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Answer.NotApplicable.class, name = "not-applicable"),
    @JsonSubTypes.Type(value = Answer.Skipped.class, name = "skipped")
})
public sealed interface Answer extends Serializable {

    /** Returns the name of the kind of answer in JSON. */
    @JsonProperty("kind")
    String kind();

    /** Returns the options that were chosen. */
    static Chosen chosen(String... choices) {
        return new Chosen(List.of(choices));
    }

    /** Returns the options in the order of preference, best first. */
    static Ranked ranked(String... choices) {
        return new Ranked(List.of(choices));
    }

    /** Returns an answer in the customer's own words. */
    static Text text(String text) {
        return new Text(text);
    }

    /** Returns that the question does not apply to the customer. */
    static NotApplicable notApplicable() {
        return new NotApplicable();
    }

    /** Returns that the customer saw the question and left it open. */
    static Skipped skipped() {
        return new Skipped();
    }

    /**
     * A value on a scale. {@link Scale#rate(int)} makes it and shares it.
     *
     * @param scale the scale
     * @param value the value, within the scale
     */
    @JsonPropertyOrder({"kind", "scale", "value"})
    @JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
    record Rated(
            @JsonProperty("scale") Scale scale,
            @JsonProperty("value") int value) implements Answer {

        /** Throws an {@link IllegalArgumentException} if the value is outside the scale. */
        public Rated {
            requireNonNull(scale, "scale of rating is missing");
            scale.band(value);
        }

        @JsonCreator
        static Rated read(@JsonProperty("scale") Scale scale, @JsonProperty("value") JsonValues.@Nullable Exact value) {
            return requireNonNull(scale, "scale of rating is missing").read(value == null ? null : value.value());
        }

        /** Returns the band of the value. */
        public Band band() {
            return scale.band(value);
        }

        @Override
        public String kind() {
            return "rated";
        }
    }

    /**
     * One or several of the options offered.
     *
     * @param choices the options, at least one, none twice
     */
    @JsonPropertyOrder({"kind", "choices"})
    @JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
    record Chosen(@JsonProperty("choices") List<String> choices) implements Answer {

        /** Copies the options; throws an {@link IllegalArgumentException} if there is none, or one twice. */
        public Chosen {
            choices = options(choices);
        }

        @JsonCreator
        static Chosen read(@JsonProperty("choices") @Nullable Object choices) {
            return new Chosen(JsonValues.texts("choices", choices));
        }

        @Override
        public String kind() {
            return "chosen";
        }

        /** Returns the number of options, which may hold the customer's words. */
        @Override
        public String toString() {
            return "Chosen[" + choices.size() + " choices]";
        }
    }

    /**
     * Options in the order of preference.
     *
     * @param choices the options, best first, at least one, none twice
     */
    @JsonPropertyOrder({"kind", "choices"})
    @JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
    record Ranked(@JsonProperty("choices") List<String> choices) implements Answer {

        /** Copies the options; throws an {@link IllegalArgumentException} if there is none, or one twice. */
        public Ranked {
            choices = options(choices);
        }

        @JsonCreator
        static Ranked read(@JsonProperty("choices") @Nullable Object choices) {
            return new Ranked(JsonValues.texts("choices", choices));
        }

        @Override
        public String kind() {
            return "ranked";
        }

        /** Returns the number of options, which may hold the customer's words. */
        @Override
        public String toString() {
            return "Ranked[" + choices.size() + " choices]";
        }
    }

    /**
     * The customer's own words.
     *
     * @param text the words, not blank: a comment left empty is {@link Skipped}
     */
    @JsonPropertyOrder({"kind", "text"})
    @JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
    record Text(@JsonProperty("text") String text) implements Answer {

        /** Throws an {@link IllegalArgumentException} if the text is blank. */
        public Text {
            if (requireNonNull(text, "text is missing; a question left empty is skipped")
                    .isBlank()) {
                throw new IllegalArgumentException("text is blank; a question left empty is skipped");
            }
        }

        @JsonCreator
        static Text read(@JsonProperty("text") @Nullable Object text) {
            return new Text(JsonValues.text("text of answer", text));
        }

        @Override
        public String kind() {
            return "text";
        }

        /** Returns the length, not the words. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " chars]";
        }
    }

    /** The question does not apply to the customer. */
    @JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
    record NotApplicable() implements Answer {

        @Override
        public String kind() {
            return "not-applicable";
        }
    }

    /** The customer saw the question and left it open. */
    @JsonIgnoreProperties(value = "kind", allowGetters = true, ignoreUnknown = true)
    record Skipped() implements Answer {

        @Override
        public String kind() {
            return "skipped";
        }
    }

    /**
     * An answer of a kind that a newer version wrote. All of it is kept and written back.
     *
     * @param kind the name of the kind
     * @param properties all other properties, in order
     */
    @JsonPropertyOrder("kind")
    record Unknown(
            @JsonProperty("kind") String kind,
            @JsonAnyGetter Map<String, @Nullable Object> properties) implements Answer {

        /** Copies the properties; throws an {@link IllegalArgumentException} if a property is not a plain value. */
        public Unknown {
            requireNonNull(kind, "kind of answer is missing");
            properties = Attributes.of(properties).asMap();
        }

        // From the whole object, since Jackson 2 hands over the properties of an any-setter in reverse order.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Unknown read(Map<String, @Nullable Object> all) {
            Map<String, @Nullable Object> others = new LinkedHashMap<>(all);
            return new Unknown(JsonValues.text("kind of answer", others.remove("kind")), others);
        }

        /** Returns the kind, not the properties. */
        @Override
        public String toString() {
            return "Unknown[kind=" + kind + "]";
        }
    }

    private static List<String> options(List<String> choices) {
        List<String> copy = JsonValues.list("choices", choices);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("choices are empty; a question left empty is skipped");
        }
        if (new HashSet<>(copy).size() < copy.size()) {
            throw new IllegalArgumentException("choices hold one option twice");
        }
        return copy;
    }
}
