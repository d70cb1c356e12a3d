package dev.cxkit.examples.report.survival;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Correction;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogRank;
import dev.cxkit.metrics.survival.LogRankWeight;
import dev.cxkit.metrics.survival.RestrictedMean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked and what came out.
 *
 * @param request what was asked
 * @param file what messages call the file
 * @param rows how many rows it has
 * @param rejected how many were rejected
 * @param rejectedRows the first of them
 * @param groups the curve of each group, in order
 */
record SurvivalReport(
        SurvivalRequest request,
        String file,
        long rows,
        long rejected,
        List<RejectedRow> rejectedRows,
        Map<String, KaplanMeier> groups)
        implements Result {

    /** The name of the one group where none were asked for. */
    static final String ALL = "all";

    /** Copies the collections. */
    SurvivalReport {
        rejectedRows = List.copyOf(rejectedRows);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** Returns the test that the groups do not differ; empty if there is nothing to compare. */
    Optional<LogRank> logRank() {
        return LogRank.of(groups.values(), LogRankWeight.UNWEIGHTED);
    }

    /** Returns the tests of each two groups, where there are more than two. */
    List<LogRank.PairwiseComparison<String>> pairs() {
        return groups.size() > 2 ? LogRank.pairwise(groups, LogRankWeight.UNWEIGHTED, Correction.HOLM) : List.of();
    }

    /** Returns the mean up to the horizon; empty if none was asked for, or it is not known. */
    Optional<RestrictedMean> restrictedMean(KaplanMeier curve) {
        return request.tau() == null ? Optional.empty() : curve.restrictedMean(request.tau());
    }

    /** Returns what a reader of the figures should know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        groups.forEach((name, curve) -> {
            if (request.tau() != null && restrictedMean(curve).isEmpty()) {
                double last = curve.steps().get(curve.steps().size() - 1).time();
                notes.add("the mean of group " + name + " up to " + Numerals.of(request.tau())
                        + " is not known: the longest is right-censored at " + Numerals.of(last));
            }
        });
        if (request.group() != null && logRank().isEmpty()) {
            notes.add("there is nothing to compare: no end while two groups were observed");
        }
        return notes;
    }

    /** Returns the rows, how intervals are formed, the groups with their curves, the tests, notes and the first rejected rows. */
    @Override
    public Map<String, Object> document() {
        Map<String, Map<String, Object>> each = new LinkedHashMap<>();
        groups.forEach((name, curve) -> each.put(name, group(curve)));
        return Document.start()
                .with("file", file)
                .with("rows", rows)
                .with("rejected", rejected)
                .with("interval", request.interval())
                .with("level", Estimate.DEFAULT_LEVEL)
                .with("tau", request.tau())
                .results("groups", each)
                .with("logRank", logRank())
                .with("pairs", pairs())
                .with("notes", notes())
                .with("rejectedRows", rejectedRows)
                .map();
    }

    /** The curve, and what it is asked for with the interval of the request. */
    private Map<String, Object> group(KaplanMeier curve) {
        Map<Double, Optional<Estimate>> survival = new LinkedHashMap<>();
        curve.steps()
                .forEach(step -> survival.put(
                        step.time(), curve.survival(step.time(), request.interval(), Estimate.DEFAULT_LEVEL)));
        return Document.of(Optional.of(curve))
                .with("medianLow", curve.quantileLow(0.5, request.interval(), Estimate.DEFAULT_LEVEL))
                .with("medianHigh", curve.quantileHigh(0.5, request.interval(), Estimate.DEFAULT_LEVEL))
                .with("medianFollowUp", curve.followUp().median())
                .with("restrictedMean", restrictedMean(curve))
                .results("survival", survival)
                .map();
    }
}
