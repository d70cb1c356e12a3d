package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample of 2,357 customers of CDNOW, with 39 weeks to fit to: the data of Fader, Hardie and Lee (2005). */
record Cdnow(Recency recency, double mean) {

    static List<Cdnow> customers() {
        return rows("cdnow/cdnow_calibration_summary.csv").stream()
                .map(row -> new Cdnow(
                        new Recency(Long.parseLong(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])),
                        Double.parseDouble(row[4])))
                .toList();
    }

    static List<Recency> recencies() {
        return customers().stream().map(Cdnow::recency).toList();
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
