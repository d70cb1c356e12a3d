package dev.cxkit.examples.benchmarks;

import dev.cxkit.journey.attribution.PathRow;
import dev.cxkit.journey.attribution.PathTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Removal effects on conversions as one writes them without a library. */
final class TextChain {

    private static final String START = "(start)";
    private static final String CONVERSION = "(conversion)";
    private static final String NULL = "(null)";
    private static final double REST = 1e-12;

    private final PathTable table;
    private final Map<String, Map<String, Double>> probabilities = new HashMap<>();

    TextChain(PathTable table, int order) {
        this.table = table;
        for (PathRow row : table.rows()) {
            List<String> path = row.path();
            int length = Math.min(order, path.size());
            double conversions = row.totals().conversions();
            double nulls = row.totals().nulls();
            String before = START;
            for (int end = length; end <= path.size(); end++) {
                String state = String.join(">", path.subList(end - length, end));
                count(before, state, conversions + nulls);
                before = state;
            }
            count(before, CONVERSION, conversions);
            count(before, NULL, nulls);
        }
        probabilities.values().forEach(next -> {
            double sum = next.values().stream().mapToDouble(Double::doubleValue).sum();
            next.replaceAll((state, times) -> sum == 0 ? 0 : times / sum);
        });
    }

    private void count(String from, String to, double times) {
        probabilities.computeIfAbsent(from, state -> new HashMap<>()).merge(to, times, Double::sum);
    }

    Map<String, Double> effects() {
        double whole = without(CONVERSION);
        Map<String, Double> effects = new TreeMap<>();
        for (String label : table.activities()) {
            effects.put(label, 1 - without(label) / whole);
        }
        return effects;
    }

    private double without(String label) {
        double converted = 0;
        Map<String, Double> mass = Map.of(START, 1.0);
        double left = 1;
        while (left > REST) {
            Map<String, Double> next = new HashMap<>();
            mass.forEach((state, here) -> probabilities
                    .getOrDefault(state, Map.of())
                    .forEach((to, share) -> next.merge(to, here * share, Double::sum)));
            converted += next.getOrDefault(CONVERSION, 0.0);
            next.keySet().removeIf(state -> state.equals(NULL) || state.equals(CONVERSION) || has(state, label));
            left = next.values().stream().mapToDouble(Double::doubleValue).sum();
            mass = next;
        }
        return converted;
    }

    private static boolean has(String state, String label) {
        return (">" + state + ">").contains(">" + label + ">");
    }
}
