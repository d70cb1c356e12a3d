package dev.cxkit.journey.conformance;

import static dev.cxkit.journey.map.SampleMaps.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.journey.map.Cardinality;
import dev.cxkit.journey.map.Group;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.Loop;
import dev.cxkit.journey.map.Part;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.SampleMaps;
import dev.cxkit.journey.map.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {

    private static final JourneyMap CLINIC = JourneyMap.builder()
            .stage("arrival", touchpoint("register"), touchpoint("triage"))
            .stage(
                    "tests",
                    Group.choice(Group.anyOrder(touchpoint("blood"), touchpoint("scan")), touchpoint("x-ray"))
                            .occurring(Cardinality.MANY))
            .stage("result", touchpoint("discuss", "0..1"), touchpoint("check-out"))
            .loop("result", "tests", "follow-up")
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    register triage x-ray discuss check-out                          | 0 |          |                |
                    register triage scan blood x-ray check-out                       | 0 |          |                |
                    register triage x-ray check-out x-ray discuss check-out          | 0 |          |                |
                    register x-ray discuss check-out                                 | 1 | triage   |                |
                    register triage scan discuss check-out                           | 1 | blood    |                |
                    register triage x-ray discuss fax check-out                      | 1 |          | fax            |
                    register triage register x-ray discuss check-out                 | 1 |          | register       |
                    triage register x-ray check-out                                  | 2 |          |                | register
                    register triage x-ray check-out discuss                          | 1 |          | discuss        |
                    fax fax                                                          | 6 | register triage x-ray check-out | fax fax |
                    """)
    void theCostIsWhatIsMissingAndWhatIsTooMuch(
            String touches, int cost, String skipped, String extra, String outOfOrder) {
        Alignment alignment = Conformance.of(CLINIC).align(words(touches));
        assertThat(alignment.cost()).isEqualTo(cost);
        assertThat(alignment.skipped()).isEqualTo(words(skipped));
        assertThat(alignment.extra()).isEqualTo(words(extra));
        if (outOfOrder == null) {
            assertThat(alignment.outOfOrder()).isEmpty();
        } else {
            assertThat(alignment.outOfOrder()).hasSize(1);
        }
        // The shortest run has 4 activities: register, triage, x-ray, check-out.
        assertThat(alignment.worstCost()).isEqualTo(words(touches).size() + 4);
        assertThat(alignment.fitness()).isCloseTo(1 - cost / (words(touches).size() + 4.0), within(1e-15));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theCostIsTheLeastOverAllRunsOfTheMap(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 40; i++) {
            int longest = 9;
            JourneyMap map = listable(random, longest);
            Conformance conformance = Conformance.of(map);
            int shortest = conformance.align(List.of()).cost();
            Set<List<String>> runs = Runs.of(map, longest);
            for (int j = 0; j < 8; j++) {
                List<String> touches = touches(random, runs);
                int expected = runs.stream()
                        .mapToInt(run -> Runs.distance(touches, run))
                        .min()
                        .orElseThrow();
                Alignment alignment = conformance.align(touches);
                // A longer run misses more than this many activities, so it costs more.
                if (touches.size() + expected <= longest) {
                    assertThat(alignment.cost()).as("%s on %s", touches, map).isEqualTo(expected);
                    compared++;
                }
                assertThat(alignment.worstCost()).isEqualTo(touches.size() + shortest);
                if (touches.size() <= longest) {
                    assertThat(alignment.fits()).isEqualTo(runs.contains(touches));
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aJourneyThatGoesOnIsTheBeginningOfARun(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            JourneyMap map = listable(random, 9);
            Aligner aligner = new Aligner(map.stages(), map.loops());
            Set<List<String>> beginnings = new HashSet<>();
            for (List<String> run : Runs.of(map, 9)) {
                for (int end = 0; end <= run.size(); end++) {
                    beginnings.add(run.subList(0, end));
                }
            }
            for (int j = 0; j < 8; j++) {
                List<String> touches = touches(random, beginnings);
                int expected = beginnings.stream()
                        .mapToInt(run -> Runs.distance(touches, run))
                        .min()
                        .orElseThrow();
                // A beginning whose run is too long to be listed could be nearer, but a run of 9 leaves room for short
                // journeys.
                if (touches.size() <= 3) {
                    assertThat(aligner.align(touches, true).cost())
                            .as("%s on %s", touches, map)
                            .isEqualTo(expected);
                }
                assertThat(aligner.align(touches, true).worstCost()).isEqualTo(touches.size());
            }
        }
    }

    /** A run with a few touches lost, added or exchanged, or any touches. */
    private static List<String> touches(Random random, Set<List<String>> runs) {
        List<String> touches = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            List<List<String>> all = new ArrayList<>(runs);
            all.sort((one, two) -> one.toString().compareTo(two.toString()));
            touches.addAll(all.get(random.nextInt(all.size())));
        }
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            if (!touches.isEmpty() && random.nextBoolean()) {
                touches.remove(random.nextInt(touches.size()));
            } else {
                touches.add(random.nextInt(touches.size() + 1), String.valueOf((char) ('A' + random.nextInt(8))));
            }
        }
        if (touches.size() > 1 && random.nextInt(4) == 0) {
            Collections.swap(touches, 0, touches.size() - 1);
        }
        return touches;
    }

    @Test
    void aTouchpointLoopsBesideAChoiceWithoutLeakingIntoIt() {
        JourneyMap map = JourneyMap.builder()
                .stage("s", Group.choice(touchpoint("A", "0..*"), touchpoint("B")))
                .build();
        Conformance conformance = Conformance.of(map);
        assertThat(conformance.align(List.of("A", "A")).fits()).isTrue();
        assertThat(conformance.align(List.of("B")).fits()).isTrue();
        assertThat(conformance.align(List.of("A", "B")).cost()).isEqualTo(1);
    }

    @Test
    void aHundredThousandTouchesAreAligned() {
        List<String> touches = new ArrayList<>(List.of("register", "triage"));
        while (touches.size() < 100_000) {
            touches.addAll(List.of("scan", "fax", "blood", "blood"));
        }
        Alignment alignment = Conformance.of(CLINIC).align(touches);
        int rounds = (touches.size() - 2) / 4;
        assertThat(alignment.extra()).hasSize(2 * rounds);
        assertThat(alignment.skipped()).containsExactly("check-out");
        assertThat(alignment.cost()).isEqualTo(2 * rounds + 1);
    }

    @Test
    void anEmptyMapExplainsNothing() {
        Conformance conformance =
                Conformance.of(JourneyMap.builder().stage("later").build());
        assertThat(conformance.align(List.of()).fitness()).isEqualTo(1);
        assertThat(conformance.align(List.of("A")).fitness()).isZero();
    }

    @Test
    void aMapThatIsTooLargeWhenWrittenOutIsRefused() {
        Part part = touchpoint("A", "100");
        for (int i = 0; i < 2; i++) {
            part = Group.sequence(part).occurring(Cardinality.of(100, 100));
        }
        JourneyMap map = JourneyMap.builder().stage("s", part).build();
        assertThatThrownBy(() -> Conformance.of(map))
                .hasMessage("the flow of the map has more than 2000 places when its cardinalities and orders are"
                        + " written out");
    }

    @Test
    void aCostAboveTheWorstIsRefused() {
        assertThatThrownBy(() -> new Alignment(1, List.of("A"), List.of("B"), List.of()))
                .hasMessage("cost 2 of an alignment is outside 0..1");
    }

    /** The map has more runs than can be listed in a test. */
    private static final class TooManyRuns extends RuntimeException {}

    /** The next random map whose runs up to the length can be listed. */
    private static JourneyMap listable(Random random, int longest) {
        while (true) {
            JourneyMap map = SampleMaps.random(random);
            try {
                Runs.of(map, longest);
                return map;
            } catch (TooManyRuns e) {
                // The next one will do as well.
            }
        }
    }

    /** All runs of a map up to a length, listed by its definition, and the distance by the longest common subsequence. */
    private static final class Runs {

        private static final int MOST = 3000;

        static Set<List<String>> of(JourneyMap map, int longest) {
            record At(int stage, List<String> run) {}
            List<Set<List<String>>> inStage = new ArrayList<>();
            for (Stage stage : map.stages()) {
                inStage.add(inTurn(stage.parts(), longest));
            }
            Set<List<String>> whole = new HashSet<>();
            LinkedHashSet<At> open = new LinkedHashSet<>(Set.of(new At(0, List.of())));
            Set<At> seen = new HashSet<>(open);
            while (!open.isEmpty()) {
                At at = open.iterator().next();
                open.remove(at);
                if (at.stage == map.stages().size()) {
                    whole.add(at.run);
                    continue;
                }
                for (List<String> more : inStage.get(at.stage)) {
                    List<String> run = joined(at.run, more);
                    if (run.size() > longest) {
                        continue;
                    }
                    if (seen.size() > MOST) {
                        throw new TooManyRuns();
                    }
                    List<At> next = new ArrayList<>(List.of(new At(at.stage + 1, run)));
                    for (Loop loop : map.loops()) {
                        if (loop.from().equals(map.stages().get(at.stage).name())) {
                            next.add(new At(
                                    map.stages().indexOf(map.stage(loop.to()).orElseThrow()), run));
                        }
                    }
                    next.stream().filter(seen::add).forEach(open::add);
                }
            }
            return whole;
        }

        private static Set<List<String>> runs(Part part, int longest) {
            Set<List<String>> once = new HashSet<>();
            if (part instanceof PlannedTouchpoint touchpoint) {
                once.add(List.of(touchpoint.activity()));
            } else {
                Group group = (Group) part;
                switch (group.order()) {
                    case SEQUENCE -> once.addAll(inTurn(group.parts(), longest));
                    case CHOICE -> group.parts().forEach(each -> once.addAll(runs(each, longest)));
                    case ANY_ORDER -> orders(group.parts()).forEach(each -> once.addAll(inTurn(each, longest)));
                }
            }
            Set<List<String>> result = new HashSet<>();
            Set<List<String>> now = Set.of(List.of());
            // With an empty run among them, more rounds than this add nothing up to this length.
            int rounds = Math.min(part.occurs().max(), part.occurs().min() + longest);
            for (int round = 0; round <= rounds; round++) {
                if (round >= part.occurs().min()) {
                    result.addAll(now);
                }
                now = joined(now, once, longest);
            }
            return result;
        }

        private static Set<List<String>> inTurn(List<Part> parts, int longest) {
            Set<List<String>> now = Set.of(List.of());
            for (Part part : parts) {
                now = joined(now, runs(part, longest), longest);
            }
            return now;
        }

        private static List<List<Part>> orders(List<Part> parts) {
            if (parts.isEmpty()) {
                return List.of(List.of());
            }
            List<List<Part>> orders = new ArrayList<>();
            for (Part first : parts) {
                List<Part> others = new ArrayList<>(parts);
                others.remove(first);
                for (List<Part> order : orders(others)) {
                    List<Part> all = new ArrayList<>(List.of(first));
                    all.addAll(order);
                    orders.add(all);
                }
            }
            return orders;
        }

        private static Set<List<String>> joined(Set<List<String>> some, Set<List<String>> more, int longest) {
            Set<List<String>> joined = new HashSet<>();
            for (List<String> one : some) {
                for (List<String> other : more) {
                    if (one.size() + other.size() <= longest) {
                        joined.add(joined(one, other));
                        if (joined.size() > MOST) {
                            throw new TooManyRuns();
                        }
                    }
                }
            }
            return joined;
        }

        private static List<String> joined(List<String> one, List<String> other) {
            List<String> joined = new ArrayList<>(one);
            joined.addAll(other);
            return joined;
        }

        static int distance(List<String> one, List<String> other) {
            int[][] common = new int[one.size() + 1][other.size() + 1];
            for (int i = 1; i <= one.size(); i++) {
                for (int j = 1; j <= other.size(); j++) {
                    common[i][j] = one.get(i - 1).equals(other.get(j - 1))
                            ? common[i - 1][j - 1] + 1
                            : Math.max(common[i - 1][j], common[i][j - 1]);
                }
            }
            return one.size() + other.size() - 2 * common[one.size()][other.size()];
        }
    }
}
