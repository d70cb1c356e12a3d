package dev.cxkit.core.support;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;

/**
 * A {@index "handover note"}: what one who hands a case over tells the next, so that the customer need not repeat it.
 *
 * @param tried what was tried so far
 * @param facts the keys of the facts that are passed on
 * @param questions what is still open
 * @param promises what the customer was promised
 */
@JsonPropertyOrder({"tried", "facts", "questions", "promises"})
public record Brief(
        @JsonProperty("tried") List<String> tried,
        @JsonProperty("facts") List<String> facts,
        @JsonProperty("questions") List<String> questions,
        @JsonProperty("promises") List<String> promises)
        implements Serializable {

    /** Copies the lists; an absent one is empty. */
    public Brief {
        tried = tried == null ? List.of() : List.copyOf(tried);
        facts = facts == null ? List.of() : List.copyOf(facts);
        questions = questions == null ? List.of() : List.copyOf(questions);
        promises = promises == null ? List.of() : List.copyOf(promises);
    }

    /** Returns a brief that passes on these facts. */
    public static Brief of(String... facts) {
        return new Brief(List.of(), List.of(facts), List.of(), List.of());
    }

    /** Returns how much is passed on, and none of the words. */
    @Override
    public String toString() {
        return "Brief[tried=" + tried.size() + ", facts=" + facts.size() + ", questions=" + questions.size()
                + ", promises=" + promises.size() + "]";
    }
}
