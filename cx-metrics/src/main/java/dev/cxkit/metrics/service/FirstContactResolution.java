package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "First-contact resolution"} (FCR): the share of resolved cases that were resolved at the first contact and not reopened within a
 * window.
 *
 * <ul>
 *   <li>What counts as the first contact the {@link FirstContactRule} says.
 *   <li>Excluded are cases that are {@code open}, or {@code abandoned} (closed without a word of ours and without a resolution), and as {@code immature} those whose window is not over.
 *   <li>Only the first resolution of a case is looked at.
 * </ul>
 *
 * @param rule what counted as resolved at the first contact
 * @param window the time in which a case must not be reopened, above 0
 * @param share the share of resolved cases
 */
public record FirstContactResolution(FirstContactRule rule, Duration window, Share share) implements Result {

    /** The window that is used where none is asked for. */
    public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

    /** Refuses a window that is not above 0 with an {@link IllegalArgumentException}. */
    public FirstContactResolution {
        requireNonNull(rule, "rule");
        RepeatWithin.checkWindow(window);
        requireNonNull(share, "share");
    }

    /** Returns the metric by a convention with the {@link #DEFAULT_WINDOW}. */
    public static Metric<Case, FirstContactResolution> metric(FirstContactRule rule, Instant asOf) {
        return metric(rule, DEFAULT_WINDOW, asOf);
    }

    /**
     * Returns the metric by a convention. One that {@linkplain FirstContactRule#excludesRepeatContact excludes repeat contact} needs all
     * cases of a customer, in any order and part, and the memory of {@link RepeatContacts}.
     *
     * @param window the time in which a case must not be reopened, above 0
     * @throws IllegalArgumentException if the window is not above 0
     */
    public static Metric<Case, FirstContactResolution> metric(FirstContactRule rule, Duration window, Instant asOf) {
        requireNonNull(rule, "rule");
        RepeatWithin.checkWindow(window);
        String name = "first-contact resolution, " + rule + " within " + window;
        if (rule.excludesRepeatContact()) {
            return Coverage.metric(
                    Reading.ofCases(
                            name,
                            (supportCase, at) -> List.of(RepeatContacts.contacts(
                                    supportCase, at, List.of(windowStart(rule, supportCase, window, at))))),
                    new RepeatWithin(name, window, asOf, false, false),
                    (cases, counted) -> new FirstContactResolution(rule, window, counted.share(cases)),
                    asOf);
        }
        return Share.metric(
                        Reading.ofCases(name, (supportCase, at) -> List.of(outcome(rule, supportCase, window, at))),
                        asOf)
                .then(share -> new FirstContactResolution(rule, window, share));
    }

    private static RepeatWithin.WindowStart windowStart(
            FirstContactRule rule, Case supportCase, Duration window, Instant asOf) {
        List<Instant> resolved = supportCase.resolutions(asOf);
        Outcome outcome = outcome(rule, supportCase, window, asOf);
        return new RepeatWithin.WindowStart(
                resolved.isEmpty() ? asOf : resolved.get(0), outcome.equals(Outcome.YES) ? null : outcome);
    }

    private static Outcome outcome(FirstContactRule rule, Case supportCase, Duration window, Instant asOf) {
        List<Instant> resolved = supportCase.resolutions(asOf);
        if (resolved.isEmpty()) {
            return Resolutions.unresolved(supportCase, asOf);
        }
        Instant first = resolved.get(0);
        return first.plus(window).isAfter(asOf)
                ? Outcome.IMMATURE
                : Outcome.of(!Resolutions.isReopened(supportCase, first, window)
                        && rule.holds(supportCase.eventsUntilEnd(first), first));
    }

    /** Returns the share with its interval, the excluded, the coverage, the rule by name and the window. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(share.proportion()))
                .with("excluded", share.excluded())
                .with("cases", share.cases())
                .with("rule", rule)
                .with("window", window)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
