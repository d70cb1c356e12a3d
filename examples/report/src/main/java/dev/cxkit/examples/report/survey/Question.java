package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Scale;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of ratings.
 *
 * @param column its name
 * @param scale the scale of its ratings
 * @param missing the texts that stand for no answer, in lower case; a blank field always does
 */
public record Question(String column, Scale scale, Set<String> missing) implements Serializable {

    private static final List<Scale> NAMED =
            List.of(Scale.NPS, Scale.CSAT, Scale.CSAT_YES_NO, Scale.CES, Scale.CES_EFFORT, Scale.STARS);
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,6})[.][.](-?[0-9]{1,6})");

    /** Copies the texts. */
    public Question {
        missing = Set.copyOf(missing);
    }

    /**
     * Reads {@code COLUMN=SCALE}; the name of the column may have an equals sign in it.
     *
     * @throws IllegalArgumentException if it is not of that form, or there is no such scale
     */
    public static Question of(String text) {
        int split = text.lastIndexOf('=');
        if (split < 1) {
            throw new IllegalArgumentException("'" + text + "' is not COLUMN=SCALE");
        }
        return new Question(
                text.substring(0, split).strip(),
                scale(text.substring(split + 1).strip()),
                Set.of());
    }

    private static Scale scale(String name) {
        for (Scale scale : NAMED) {
            if (scale.name().equals(name)) {
                return scale;
            }
        }
        Matcher range = RANGE.matcher(name);
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    "there is no scale '" + name + "'; there are " + NAMED + " and MIN..MAX");
        }
        return Scale.of(name, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
    }

    /** Returns the same question with these texts for no answer, whatever their case. */
    public Question missing(Set<String> texts) {
        return new Question(
                column, scale, Set.copyOf(texts.stream().map(Question::fold).toList()));
    }

    /** Returns whether the text stands for no answer. */
    boolean isMissing(String text) {
        return text.isEmpty() || (!missing.isEmpty() && missing.contains(fold(text)));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
