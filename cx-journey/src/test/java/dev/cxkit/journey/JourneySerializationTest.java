package dev.cxkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Variants;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Journeys travel by Java serialisation, one by one and all at once. */
class JourneySerializationTest {

    private static final List<Metric<Journey, ?>> METRICS =
            List.of(DirectlyFollows.metric(), Variants.metric(100), Funnel.of("s1", "s2", "s3"));

    record Row(String customer, String activity, int second) {}

    /** 8,000 customers of ten touchpoints each, and one in ten is sent twice. */
    private static List<Touchpoint> touchpoints() {
        Random random = new Random(4);
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 80_000; i++) {
            touchpoints.add(SampleTouchpoints.touchpoint(
                    "t" + i, "c" + i % 8_000, "s" + random.nextInt(30), random.nextInt(1_000_000), "web"));
            if (i % 10 == 0) {
                touchpoints.add(touchpoints.get(touchpoints.size() - 1));
            }
        }
        return touchpoints;
    }

    @Test
    void aJourneyWritesItselfAlone() throws IOException, ClassNotFoundException {
        Journeys journeys = JourneyAssembler.byCustomer()
                .endingAfterInactivity(Duration.ofDays(3))
                .assemble(touchpoints());
        Journey ten = journeys.stream()
                .filter(journey -> journey.size() == 10)
                .findFirst()
                .orElseThrow();
        assertThat(written(ten)).hasSizeLessThan(3_000);
        Journey read = throughTheWire(ten);
        assertThat(read).isEqualTo(ten).hasSameHashCodeAs(ten);
        assertThat(read.activityIndex().size()).isEqualTo(new LinkedHashSet<>(ten.activities()).size());
        assertThat(read.length()).isEqualTo(ten.length());
        assertThat(read.plus(ten.touchpoint(0), "again")).isEqualTo(ten.plus(ten.touchpoint(0), "again"));
    }

    @Test
    void journeysThatCameOneByOneShareTheirActivitiesAgain() throws IOException, ClassNotFoundException {
        Journeys journeys = JourneyAssembler.byCustomer().assemble(touchpoints().subList(0, 9_000));
        List<Journey> read = new ArrayList<>();
        for (Journey journey : journeys) {
            read.add(throughTheWire(journey));
        }
        Journeys together = Journeys.together(read);
        assertThat(together).isEqualTo(journeys);
        assertThat(indices(read)).hasSize(read.size());
        assertThat(indices(together)).hasSize(1);
        sameAnswers(together, journeys);
        sameAnswers(read, journeys);
    }

    @Test
    void allTravelInOneStreamWithWhatWasSentTwice() throws IOException, ClassNotFoundException {
        Journeys journeys = JourneyAssembler.byCustomer()
                .endingAtGoal(touchpoint -> touchpoint.type().name().equals("s7"))
                .assemble(touchpoints());
        Journeys read = throughTheWire(journeys);
        assertThat(read).isEqualTo(journeys);
        assertThat(read.duplicates()).isEqualTo(8_000).isEqualTo(journeys.duplicates());
        assertThat(read.revised()).isEqualTo(journeys.revised());
        assertThat(indices(read)).hasSize(1);
        sameAnswers(read, journeys);
    }

    @Test
    void ofRowsTheTouchpointsTravelThatTheyBecome() throws IOException, ClassNotFoundException {
        List<Row> rows = Stream.of("ann s1 5", "ann s2 9", "ben s1 1")
                .map(text -> text.split(" "))
                .map(text -> new Row(text[0], text[1], Integer.parseInt(text[2])))
                .toList();
        Journeys journeys = JourneyAssembler.of(
                rows, Row::customer, row -> SampleTouchpoints.ZERO.plusSeconds(row.second()), Row::activity);
        Journeys read = throughTheWire(journeys);
        assertThat(read).isEqualTo(journeys);
        assertThat(read.get(0).touchpoint(1))
                .isInstanceOf(Interaction.class)
                .isEqualTo(journeys.get(0).touchpoint(1));
        assertThat(read.get(0).touchpoint(1).type()).isEqualTo(TouchpointType.of("s2"));
        assertThat(throughTheWire(journeys.get(1))).isEqualTo(journeys.get(1));
    }

    @Test
    void theSequenceAndOtherActivitiesTravel() throws IOException, ClassNotFoundException {
        Journey journey = JourneyAssembler.byCustomer()
                .inSequence(touchpoint -> -Long.parseLong(touchpoint.id().substring(4)))
                .withActivity(touchpoint -> "at " + touchpoint.type())
                .assemble(SampleTouchpoints.of("ann", "A@0 B@0 C@0"))
                .get(0);
        assertThat(journey.activities()).containsExactly("at C", "at B", "at A");
        Journey read = throughTheWire(journey);
        assertThat(read).isEqualTo(journey);
        Touchpoint first = SampleTouchpoints.touchpoint("ann-7", "ann", "D", 0, "web");
        assertThat(read.plus(first).activities()).containsExactly("D", "at C", "at B", "at A");
    }

    private static Set<ActivityIndex> indices(List<Journey> journeys) {
        Set<ActivityIndex> indices = new LinkedHashSet<>();
        journeys.forEach(journey -> indices.add(journey.activityIndex()));
        return indices;
    }

    private static void sameAnswers(List<Journey> journeys, List<Journey> expected) {
        for (Metric<Journey, ?> metric : METRICS) {
            assertThat(state(metric, journeys)).isEqualTo(state(metric, expected));
            assertThat(metric.over(journeys)).isEqualTo(metric.over(expected));
        }
    }

    private static <R> byte[] state(Metric<Journey, R> metric, List<Journey> journeys) {
        Accumulator<Journey, R> accumulator = metric.start();
        journeys.forEach(accumulator::add);
        return accumulator.toBytes();
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <T> T throughTheWire(T object) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written(object)))) {
            return (T) in.readObject();
        }
    }
}
