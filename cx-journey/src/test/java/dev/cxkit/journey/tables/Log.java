package dev.cxkit.journey.tables;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyAssembler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The real logs that the tests read. Their fields hold no quotes, so lines can be split at the commas. */
public final class Log {

    /** One source, whose rows are in the order in which things happened. */
    public static final JourneyAssembler BY_ROW = JourneyAssembler.byCustomer()
            .inSequence(touchpoint -> Long.parseLong(touchpoint.id().substring(1)));

    private Log() {}

    /** The clicks of a shop: case, activity, timestamp, session, platform, channel. */
    public static List<Journey> clicks() {
        return BY_ROW.assemble(touchpoints("ecom-clickstream/ecom.csv.gz", 2, -1, 5));
    }

    /** Patients, by the end of each step: case, activity, timestamp, start, resource. */
    public static List<Journey> patients() {
        return BY_ROW.assemble(touchpoints("patients/patients.csv.gz", 2, -1, 4));
    }

    /** Patients, by the start of each step. */
    public static List<Journey> patientsByStart() {
        return BY_ROW.assemble(touchpoints("patients/patients.csv.gz", 3, 2, 4));
    }

    private static List<Touchpoint> touchpoints(String file, int at, int end, int channel) {
        String folder = System.getProperty("cx.data", "");
        assumeThat(folder)
                .as("set -Dcx.data to the folder of the real data to run this test")
                .isNotEmpty();
        Path path = Path.of(folder, file);
        List<Touchpoint> touchpoints = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                Interaction.Builder builder = Interaction.builder(
                                "t" + touchpoints.size(), TouchpointType.of(fields[1]))
                        .customer(CustomerId.of(fields[0]))
                        .channel(Channel.of(fields[channel]))
                        .attribute("platform", fields[4])
                        .occurredAt(Instant.parse(fields[at]));
                touchpoints.add((end < 0 ? builder : builder.endedAt(Instant.parse(fields[end]))).build());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return touchpoints;
    }
}
