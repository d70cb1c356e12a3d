package dev.cxkit.core.feedback;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.feedback.Answer.Rated;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "rating scale"} of integers with its direction and its top, neutral and bottom box (NPS, CSAT, CES or one's own).
 *
 * <ul>
 *   <li>The low band is {@code [min, lowTo]}, the high band {@code [highFrom, max]}; what lies between is neutral. The direction says which of
 *       the two is favourable.
 *   <li>Two scales are equal only if all of that and the name are, and ratings of unequal scales never go into one number.
 *   <li>The names of the standard scales belong to them: a scale with other ends or bands needs a name of its own.
 *   <li>A value outside the scale, or one that is no whole number, is refused, never cut.
 * </ul>
 *
 * <p>In JSON a standard scale is its name, any other an object with all fields.
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 *
 * System.out.println(Scale.NPS.rate(9).band());
 * System.out.println(Scale.CES_EFFORT.rate(5).band());
 * System.out.println(Scale.of("booking", 1, 10).withBands(3, 9).rate(8).band());
 * // -> FAVOURABLE
 * // -> UNFAVOURABLE
 * // -> NEUTRAL
 * }</pre>
 */
public final class Scale implements Serializable {

    /** Likelihood to recommend, 0 to 10: promoters 9 and 10, detractors 0 to 6 (Reichheld, 2003). */
    public static final Scale NPS = new Scale("nps", 0, 10, true, 6, 9);

    /** Satisfaction, 1 to 5: 4 and 5 are satisfied, 1 and 2 dissatisfied. */
    public static final Scale CSAT = new Scale("csat", 1, 5, true, 2, 4);

    /** Satisfied or not: 1 is yes, 0 is no. */
    public static final Scale CSAT_YES_NO = new Scale("csat-yes-no", 0, 1, true, 0, 1);

    /** "They made it easy", agreement from 1 to 7, high is good: 5 to 7 easy, 1 to 3 hard (Dixon, 2013). */
    public static final Scale CES = new Scale("ces", 1, 7, true, 3, 5);

    /** "How much effort", 1 to 5, high is bad: 1 and 2 are little effort, 4 and 5 much (Dixon et al., 2010). */
    public static final Scale CES_EFFORT = new Scale("ces-effort", 1, 5, false, 2, 4);

    /** Stars, 1 to 5: 4 and 5 are favourable, 1 and 2 unfavourable. */
    public static final Scale STARS = new Scale("stars", 1, 5, true, 2, 4);

    private static final List<Scale> STANDARD = List.of(NPS, CSAT, CSAT_YES_NO, CES, CES_EFFORT, STARS);
    private static final int MOST_POINTS = 1001;

    private final String name;
    private final int min;
    private final int max;
    private final boolean higherIsBetter;
    private final int lowTo;
    private final int highFrom;

    // One rating a point, made when first asked for. A lost race costs an equal object. One that another thread sees
    // is complete because all its fields are final.
    private final transient @Nullable Rated[] ratings;

    private Scale(String name, int min, int max, boolean higherIsBetter, int lowTo, int highFrom) {
        this.name = name;
        this.min = min;
        this.max = max;
        this.higherIsBetter = higherIsBetter;
        this.lowTo = lowTo;
        this.highFrom = highFrom;
        this.ratings = new Rated[max - min + 1];
    }

    /**
     * Returns a scale on which high is good. The high band holds the values of more than 60 % of the way from
     * {@code min} to {@code max}, the low band those of less than 40 %: 4 and 5 of 1 to 5, 3 and 4 of 1 to 4.
     *
     * @throws IllegalArgumentException if the name is blank or that of a standard scale which is another one, or
     *     {@code max - min} is not within 1..1000
     */
    public static Scale of(String name, int min, int max) {
        long steps = (long) max - min;
        return checked(name, min, max, true, min + (int) ((4 * steps + 9) / 10) - 1, min + (int) (6 * steps / 10) + 1);
    }

    /**
     * Returns this scale with other bands.
     *
     * @param lowTo the last value of the low band; {@code min - 1} for none
     * @param highFrom the first value of the high band; {@code max + 1} for none
     * @throws IllegalArgumentException unless {@code min - 1 <= lowTo < highFrom <= max + 1}, or if this is a
     *     standard scale, whose name stays with its bands
     */
    public Scale withBands(int lowTo, int highFrom) {
        return checked(name, min, max, higherIsBetter, lowTo, highFrom);
    }

    /**
     * Returns this scale with low as the good end.
     *
     * @throws IllegalArgumentException if this is a standard scale on which high is good
     */
    public Scale lowIsBetter() {
        return checked(name, min, max, false, lowTo, highFrom);
    }

    private static Scale checked(String name, int min, int max, boolean higherIsBetter, int lowTo, int highFrom) {
        Require.text("name of scale", name);
        long steps = (long) max - min;
        if (steps < 1 || steps >= MOST_POINTS) {
            throw new IllegalArgumentException("scale " + name + " from " + min + " to " + max + " has max - min = "
                    + steps + ", outside 1.." + (MOST_POINTS - 1));
        }
        if (lowTo < min - 1L || lowTo >= highFrom || highFrom > max + 1L) {
            throw new IllegalArgumentException("bands of scale " + name + " are low to " + lowTo + " and high from "
                    + highFrom + "; allowed is " + (min - 1L) + " <= lowTo < highFrom <= " + (max + 1L));
        }
        Scale scale = new Scale(name, min, max, higherIsBetter, lowTo, highFrom);
        for (Scale standard : STANDARD) {
            if (standard.name.equals(name)) {
                if (!standard.equals(scale)) {
                    throw new IllegalArgumentException("scale " + name + " is the standard one of "
                            + standard.describe() + ", not " + scale.describe() + "; give yours another name");
                }
                return standard;
            }
        }
        return scale;
    }

    /**
     * Returns the rating of this value. It is made once and shared, so rating allocates nothing in the long run.
     *
     * @throws IllegalArgumentException if the value is outside the scale
     */
    public Rated rate(int value) {
        // An overflow of the difference is negative or beyond the end too.
        int index = value - min;
        if (index < 0 || index >= ratings.length) {
            throw new IllegalArgumentException(outside(Integer.toString(value)));
        }
        Rated rated = ratings[index];
        if (rated == null) {
            rated = new Rated(this, value);
            ratings[index] = rated;
        }
        return rated;
    }

    /**
     * Returns the rating of a value that was read as a decimal; 9.0 is the whole number 9.
     *
     * @throws IllegalArgumentException if the value is not a whole number (9.7, NaN) or outside the scale
     */
    public Rated rate(double value) {
        return read(value);
    }

    /** Rates what a JSON document held as the value: anything, or nothing. */
    Rated read(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            String fault = value == null ? "missing" : "not a number";
            throw new IllegalArgumentException("rating is " + fault + "; allowed are " + wholeNumbers());
        }
        double near = number.doubleValue();
        boolean whole = Double.isFinite(near) && near == Math.rint(near);
        if (number instanceof BigDecimal decimal) {
            whole = decimal.stripTrailingZeros().scale() <= 0;
        } else if (number instanceof BigInteger) {
            whole = true;
        }
        if (!whole) {
            throw new IllegalArgumentException(
                    "rating " + number + " is not a whole number; allowed are " + wholeNumbers());
        }
        if (near < min || near > max) {
            throw new IllegalArgumentException(outside(number.toString()));
        }
        return rate((int) near);
    }

    private String wholeNumbers() {
        return "whole numbers " + min + ".." + max + " of scale " + name;
    }

    private String outside(String value) {
        return "rating " + value + " is outside " + min + ".." + max + " of scale " + name;
    }

    /** Returns the band of the value; throws an {@link IllegalArgumentException} if the value is outside the scale. */
    public Band band(int value) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(outside(Integer.toString(value)));
        }
        if (value >= highFrom) {
            return higherIsBetter ? Band.FAVOURABLE : Band.UNFAVOURABLE;
        }
        if (value <= lowTo) {
            return higherIsBetter ? Band.UNFAVOURABLE : Band.FAVOURABLE;
        }
        return Band.NEUTRAL;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the lowest value. */
    public int min() {
        return min;
    }

    /** Returns the highest value. */
    public int max() {
        return max;
    }

    /** Returns how many values there are, 2 to 1001. */
    public int points() {
        return max - min + 1;
    }

    /** Returns whether a high value is the good end. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Returns the last value of the low band, {@code min - 1} if there is none. */
    public int lowTo() {
        return lowTo;
    }

    /** Returns the first value of the high band, {@code max + 1} if there is none. */
    public int highFrom() {
        return highFrom;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Scale standard(String name) {
        for (Scale standard : STANDARD) {
            if (standard.name.equals(name)) {
                return standard;
            }
        }
        throw new IllegalArgumentException(
                "scale " + name + " is not a standard one; allowed are " + STANDARD + " or an object with all fields");
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Scale read(
            @JsonProperty("name") @Nullable Object text,
            @JsonProperty("min") @Nullable Object min,
            @JsonProperty("max") @Nullable Object max,
            @JsonProperty("higherIsBetter") @Nullable Object higherIsBetter,
            @JsonProperty("lowTo") @Nullable Object lowTo,
            @JsonProperty("highFrom") @Nullable Object highFrom) {
        String name = requireNonNull(JsonValues.text("name of scale", text), "name of scale is missing");
        if (!(higherIsBetter instanceof Boolean direction)) {
            throw new IllegalArgumentException("higherIsBetter of scale " + name + " is not true or false");
        }
        return checked(
                name,
                whole("min", min, name),
                whole("max", max, name),
                direction,
                whole("lowTo", lowTo, name),
                whole("highFrom", highFrom, name));
    }

    private static int whole(String field, @Nullable Object value, String name) {
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(field + " of scale " + name + " is not a whole number");
    }

    @JsonValue
    Object json() {
        if (STANDARD.contains(this)) {
            return name;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("min", min);
        fields.put("max", max);
        fields.put("higherIsBetter", higherIsBetter);
        fields.put("lowTo", lowTo);
        fields.put("highFrom", highFrom);
        return fields;
    }

    private Object readResolve() {
        return checked(name, min, max, higherIsBetter, lowTo, highFrom);
    }

    private String describe() {
        return min + ".." + max + (higherIsBetter ? " (high is good" : " (low is good") + ", low to " + lowTo
                + ", high from " + highFrom + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Scale that
                && min == that.min
                && max == that.max
                && higherIsBetter == that.higherIsBetter
                && lowTo == that.lowTo
                && highFrom == that.highFrom
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, min, max, higherIsBetter, lowTo, highFrom);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
