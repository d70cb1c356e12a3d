package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Tables of times, and what R 4.2.2 with survival 3.5-3 says of them. */
final class Survivals {

    private Survivals() {}

    /** Rows by column. */
    static List<Map<String, String>> table(String name) {
        try (InputStream in = Survivals.class.getResourceAsStream("/survival/" + name)) {
            return parse(new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of the real data, which is not part of the project. */
    static List<Map<String, String>> real(String name) {
        String data = System.getProperty("cx.data", "");
        assumeTrue(!data.isEmpty(), "system property cx.data names no folder with survival");
        try {
            return parse(Files.readString(Path.of(data, "survival", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> parse(String text) {
        List<String> lines = text.lines().toList();
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(requireNonNull(row.get(column), column));
    }

    static String text(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }

    static SurvivalTime survivalTime(Map<String, String> row) {
        return new SurvivalTime(number(row, "time"), number(row, "status") == 1);
    }

    static JsonNode json(String name) {
        try (InputStream in = Survivals.class.getResourceAsStream("/survival/" + name)) {
            return new ObjectMapper().readTree(requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a data set by the name that the tables call it. */
    static List<Map<String, String>> dataset(String name) {
        return switch (name) {
            case "aml" -> table("aml.csv");
            case "lung", "lung_all", "lung_sex" -> table("lung.csv");
            default -> real(name + ".csv");
        };
    }

    /** The column of the groups of a data set. */
    static String groups(String name) {
        return name.equals("lung") || name.equals("lung_sex") ? "sex" : "group";
    }

    static KaplanMeier curve(String dataset, String group) {
        Predicate<Map<String, String>> in =
                row -> group.equals("all") || text(row, groups(dataset)).equals(group);
        return KaplanMeier.metric()
                .over(dataset(dataset).stream()
                        .filter(in)
                        .map(Survivals::survivalTime)
                        .toList());
    }

    /** The curves by the values of a column, in their order. */
    static Map<String, KaplanMeier> curves(List<Map<String, String>> rows, String column) {
        Map<String, List<SurvivalTime>> parts = new TreeMap<>();
        rows.forEach(row -> parts.computeIfAbsent(text(row, column), key -> new ArrayList<>())
                .add(survivalTime(row)));
        Map<String, KaplanMeier> curves = new LinkedHashMap<>();
        parts.forEach((key, part) -> curves.put(key, KaplanMeier.metric().over(part)));
        return curves;
    }
}
