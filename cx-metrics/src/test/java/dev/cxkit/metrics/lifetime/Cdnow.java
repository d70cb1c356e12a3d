package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sample of 2,357 customers of CDNOW, with 39 weeks to fit to: the data of Fader, Hardie and Lee (2005). */
record Cdnow(RecencyFrequency recencyFrequency, double mean) {

    static List<Cdnow> customers() {
        return rows("cdnow/cdnow_calibration_summary.csv").stream()
                .map(row -> new Cdnow(
                        new RecencyFrequency(
                                Long.parseLong(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])),
                        Double.parseDouble(row[4])))
                .toList();
    }

    static List<RecencyFrequency> recencyFrequencies() {
        return customers().stream().map(Cdnow::recencyFrequency).toList();
    }

    /**
     * What a customer of the same sample bought when, by the log.
     *
     * @param days the days with an order, in order, since the beginning of 1997
     * @param amounts what was paid on each
     */
    record Log(List<Long> days, List<Double> amounts) {

        /** The last day of the 39 weeks to fit to, 30 September 1997, and that of the 39 weeks after them. */
        static final long CALIBRATION = 272;

        static final long END = 545;

        RecencyFrequency recencyFrequency(long until) {
            List<Long> seen = days.stream().filter(day -> day <= until).toList();
            return new RecencyFrequency(
                    seen.size() - 1, (seen.get(seen.size() - 1) - days.get(0)) / 7.0, (until - days.get(0)) / 7.0);
        }

        Spend spend() {
            int orders = (int) recencyFrequency(CALIBRATION).frequency();
            double sum = amounts.subList(1, orders + 1).stream()
                    .mapToDouble(each -> each)
                    .sum();
            return new Spend(orders, orders == 0 ? 0 : sum / orders);
        }

        Holdout.Outcome outcome() {
            return new Holdout.Outcome(
                    recencyFrequency(CALIBRATION),
                    days.stream().filter(day -> day > CALIBRATION).count());
        }

        Tracking.History history() {
            return new Tracking.History(
                    days.get(0) / 7.0,
                    days.stream().skip(1).map(day -> day / 7.0).toList());
        }
    }

    static List<Log> log() {
        Map<String, TreeMap<Long, Double>> customers = new LinkedHashMap<>();
        for (String[] row : rows("cdnow/cdnow_sample_transactions.csv")) {
            long day = ChronoUnit.DAYS.between(LocalDate.of(1997, 1, 1), LocalDate.parse(row[1]));
            customers
                    .computeIfAbsent(row[0], id -> new TreeMap<>())
                    .merge(day, Double.parseDouble(row[3]), Double::sum);
        }
        return customers.values().stream()
                .map(days -> new Log(List.copyOf(days.keySet()), List.copyOf(days.values())))
                .toList();
    }

    static List<String[]> rows(String file) {
        String folder = System.getProperty("cx.data", "");
        assumeThat(folder)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotEmpty();
        try {
            return Files.readAllLines(Path.of(folder, file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
