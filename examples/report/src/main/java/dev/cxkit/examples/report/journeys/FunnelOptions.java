package dev.cxkit.examples.report.journeys;

import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.journey.TieOrder;
import dev.cxkit.journey.funnel.EntryRule;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.funnel.FunnelMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A funnel with its rules; there may be several, each followed by its own. */
final class FunnelOptions {

    @Option(
            names = "--funnel",
            paramLabel = "\"A > B > C\"",
            required = true,
            description =
                    "A funnel: how many journeys convert step by step. May be given several times, each followed by its rules.")
    private String steps = "";

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "How long after the first step, such as 7d, 12h or 1d12h; any time if not given.")
    private @Nullable String window;

    @Option(
            names = "--ties",
            paramLabel = "sequence|strict-later|any-order",
            description =
                    "Which of two rows of one instant comes first: the first in the file (sequence, if not given), neither, or "
                            + "whichever helps the journey on.")
    private String ties = "sequence";

    @Option(
            names = "--entry",
            paramLabel = "best|first|totals",
            description =
                    "Which attempts count: the one that reaches most steps (best, if not given), the first, or all, one after the "
                            + "other.")
    private String entry = "best";

    @Option(
            names = "--mode",
            paramLabel = "ordered|strict|unordered",
            description =
                    "Steps in order with anything between them (ordered, if not given), one right after the other, or in any "
                            + "order.")
    private String mode = "ordered";

    /**
     * Returns the funnel.
     *
     * @throws IllegalArgumentException if it is none
     */
    FunnelRequest request() {
        List<String> activities = Arrays.stream(steps.strip().split("\\s+>\\s+", -1))
                .map(String::strip)
                .toList();
        if (activities.size() < 2 || activities.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("'" + steps + "' is not like \"A > B > C\", with spaces around each >");
        }
        Funnel.Builder builder = Funnel.builder(activities.toArray(String[]::new))
                .ties(choice("ties", TieOrder.class, ties))
                .entry(choice("entry", EntryRule.class, entry))
                .mode(choice("mode", FunnelMode.class, mode));
        if (window != null) {
            builder.window(span(window));
        }
        // Two rules may not go together, which is to be known before the file is read.
        builder.build();
        return new FunnelRequest(activities, window, ties, entry, mode, builder);
    }

    private static <E extends Enum<E>> E choice(String name, Class<E> choices, String text) {
        for (E choice : choices.getEnumConstants()) {
            if (CellText.word(choice).equals(text)) {
                return choice;
            }
        }
        List<String> words =
                Arrays.stream(choices.getEnumConstants()).map(CellText::word).toList();
        throw new IllegalArgumentException("--" + name + " '" + text + "' is none of " + String.join(", ", words));
    }

    /** Reads times such as {@code 7d}, {@code 12h} and {@code 1d12h30m}; a day has 24 hours, a week has 7 days. */
    private static Duration span(String text) {
        try {
            if (text.matches("[0-9]{1,5}w")) {
                return Duration.ofDays(7L * Integer.parseInt(text.substring(0, text.length() - 1)));
            }
            String iso = text.toUpperCase(Locale.ROOT);
            int days = iso.indexOf('D') + 1;
            String time = iso.substring(days);
            Duration span = Duration.parse("P" + iso.substring(0, days) + (time.isEmpty() ? "" : "T" + time));
            if (!span.isNegative()) {
                return span;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notASpan(text), e);
        }
        throw new IllegalArgumentException(notASpan(text));
    }

    private static String notASpan(String text) {
        return "--window '" + text + "' is not like 7d, 12h, 1d12h or 2w";
    }
}
