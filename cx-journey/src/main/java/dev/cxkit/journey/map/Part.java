package dev.cxkit.journey.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import java.util.List;

/**
 * What a stage is made of: a {@linkplain PlannedTouchpoint touchpoint} or a {@linkplain Group group} of parts.
 *
 * <p>In JSON an object with the property {@code kind}: {@code touchpoint}, {@code sequence}, {@code choice} or {@code any-order}.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "kind",
        visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlannedTouchpoint.class, name = "touchpoint"),
    @JsonSubTypes.Type(
            value = Group.class,
            names = {"sequence", "choice", "any-order"})
})
public sealed interface Part extends Serializable permits PlannedTouchpoint, Group {

    /** Returns the kind of part in JSON. */
    @JsonProperty("kind")
    String kind();

    /** Returns how often it happens. */
    @JsonProperty("occurs")
    Cardinality occurs();

    /** Returns the touchpoints in it, in order, those of groups within it too. */
    List<PlannedTouchpoint> touchpoints();

    /** Returns its place in the flow as text, such as {@code choice(payment, invoice) 0..1}. */
    String flow();
}
