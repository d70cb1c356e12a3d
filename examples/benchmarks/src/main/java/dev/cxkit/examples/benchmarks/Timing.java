package dev.cxkit.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What one contender took at one size.
 *
 * @param group the work
 * @param contender who did it; the library's names begin with cx
 * @param rows how many elements
 * @param fastest nanoseconds for an element in the fastest of all runs, which is the one that others disturbed least
 * @param median nanoseconds for an element in the median run of the better round
 * @param bytes bytes allocated for an element
 */
record Timing(String group, String contender, long rows, double fastest, double median, double bytes) {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    static Collection<Timing> of(Collection<RunResult> results) {
        Map<String, Timing> timings = new LinkedHashMap<>();
        for (RunResult result : results) {
            Timing timing = of(result);
            timings.merge(timing.group + timing.contender + timing.rows, timing, Timing::better);
        }
        return timings.values();
    }

    private static Timing of(RunResult result) {
        String[] names = result.getParams().getBenchmark().split("\\.", -1);
        long rows = Long.parseLong(result.getParams().getParam("rows"));
        Statistics times = result.getPrimaryResult().getStatistics();
        double bytes = requireNonNull(result.getSecondaryResults().get(ALLOCATION), ALLOCATION)
                .getScore();
        return new Timing(
                names[names.length - 2],
                names[names.length - 1],
                rows,
                times.getMin() / rows,
                times.getPercentile(50) / rows,
                bytes / rows);
    }

    private Timing better(Timing other) {
        return new Timing(
                group,
                contender,
                rows,
                Math.min(fastest, other.fastest),
                Math.min(median, other.median),
                Math.min(bytes, other.bytes));
    }

    /** A table in Markdown; the last columns say how many times the library's time each contender took. */
    static List<String> table(String group, Collection<Timing> timings) {
        Map<Long, List<Timing>> sizes =
                timings.stream().collect(Collectors.groupingBy(Timing::rows, TreeMap::new, Collectors.toList()));
        List<String> ours = timings.stream()
                .map(Timing::contender)
                .filter(name -> name.startsWith("cx"))
                .distinct()
                .sorted()
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("| " + group + " | rows | fastest ns | median ns | bytes |"
                + ours.stream().map(name -> " x " + name + " |").collect(Collectors.joining()));
        lines.add("|---|---:|---:|---:|---:|" + "---:|".repeat(ours.size()));
        sizes.forEach((rows, all) -> {
            all.sort(Comparator.comparingDouble(Timing::fastest));
            for (Timing timing : all) {
                lines.add(timing.line()
                        + ours.stream().map(name -> ratio(timing, name, all)).collect(Collectors.joining()));
            }
        });
        return lines;
    }

    private String line() {
        return String.format(Locale.ROOT, "| %s | %,d | %.3f | %.3f | %.2f |", contender, rows, fastest, median, bytes);
    }

    private static String ratio(Timing timing, String reference, List<Timing> all) {
        return all.stream()
                .filter(other -> other.contender.equals(reference))
                .map(other -> String.format(Locale.ROOT, " %.2f |", timing.fastest / other.fastest))
                .findFirst()
                .orElse(" |");
    }
}
