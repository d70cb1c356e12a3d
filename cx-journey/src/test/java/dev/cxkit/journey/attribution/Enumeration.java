package dev.cxkit.journey.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removal effects by walking every walk of the chain that ends, with the probabilities of its transitions multiplied: no equation is
 * solved. For chains without circles, of which there are finitely many walks. Shares no code with the library.
 */
final class Enumeration {

    private static final List<String> CONVERSION = List.of();

    private final Map<List<String>, Double> starts = new HashMap<>();
    private final Map<List<String>, Map<List<String>, Double>> next = new HashMap<>();
    private final Map<List<String>, Double> leaving = new HashMap<>();
    private final Map<List<String>, Double> values = new HashMap<>();
    private double paths;

    Enumeration(PathTable table, int order) {
        for (PathRow row : table.rows()) {
            double times = row.totals().conversions() + row.totals().nulls();
            paths += times;
            List<String> before = List.of();
            for (List<String> state : windows(row.path(), order)) {
                if (before.isEmpty()) {
                    starts.merge(state, times, Double::sum);
                } else {
                    count(before, state, times);
                }
                before = state;
            }
            count(before, CONVERSION, row.totals().conversions());
            leaving.merge(before, (double) row.totals().nulls(), Double::sum);
            values.merge(before, (double) row.totals().value(), Double::sum);
        }
    }

    private void count(List<String> from, List<String> to, double times) {
        next.computeIfAbsent(from, state -> new HashMap<>()).merge(to, times, Double::sum);
        leaving.merge(from, times, Double::sum);
    }

    private static List<List<String>> windows(List<String> path, int order) {
        List<List<String>> windows = new ArrayList<>();
        int length = Math.min(order, path.size());
        for (int end = length; end <= path.size(); end++) {
            windows.add(path.subList(end - length, end));
        }
        return windows;
    }

    /** The probability of a conversion and its expected value when states with one of these labels lead nowhere. */
    double[] without(Set<String> removed) {
        double[] found = new double[2];
        starts.forEach((state, times) -> walk(state, times / paths, removed, found));
        return found;
    }

    private void walk(List<String> state, double probability, Set<String> removed, double[] found) {
        if (probability == 0 || state.stream().anyMatch(removed::contains)) {
            return;
        }
        next.getOrDefault(state, Map.of()).forEach((to, times) -> {
            double there = probability * times / leaving.getOrDefault(state, 0.0);
            if (!to.equals(CONVERSION)) {
                walk(to, there, removed, found);
            } else if (times > 0) {
                found[0] += there;
                found[1] += there * values.getOrDefault(state, 0.0) / times;
            }
        });
    }
}
