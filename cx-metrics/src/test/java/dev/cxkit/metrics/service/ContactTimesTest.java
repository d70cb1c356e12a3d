package dev.cxkit.metrics.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTimesTest {

    private static final Duration WINDOW = Duration.ofNanos(2_000_000_001);

    private record Visit(
            String customer,
            String category,
            Instant at,
            @Nullable String ended) {}

    /** The first two texts have one hash code, and so have the third and the fourth. */
    private static final List<String> TEXTS = List.of("Aa", "BB", "AaAa", "BBBB", "C", "");

    private static List<Visit> any(int size, int texts, Random random) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            visits.add(new Visit(
                    TEXTS.get(random.nextInt(texts)),
                    TEXTS.get(random.nextInt(texts)),
                    Instant.ofEpochSecond(random.nextInt(3 + size / 4), random.nextInt(3)),
                    random.nextBoolean() ? "case " + i : null));
        }
        return visits;
    }

    private static boolean isBack(Visit end, Visit came, boolean atOnce) {
        return came.ended == null
                && came.customer.equals(end.customer)
                && came.category.equals(end.category)
                && (came.at.isAfter(end.at) || (atOnce && came.at.equals(end.at)))
                && !came.at.isAfter(end.at.plus(WINDOW));
    }

    @ParameterizedTest
    @CsvSource({"0, 6", "1, 6", "2, 1", "10, 2", "40, 1", "300, 6", "300, 2", "1000, 1"})
    void repeatContactsAreWhatAPlainLoopFinds(int size, int texts) {
        Random random = new Random(size + texts);
        for (int round = 0; round < 20; round++) {
            List<Visit> visits = any(size, texts, random);
            ContactTimes seen = new ContactTimes();
            for (Visit visit : visits) {
                seen.add(visit.customer, visit.category, visit.at, visit.ended);
            }
            boolean atOnce = round % 2 == 0;
            Map<String, Boolean> expected = new TreeMap<>();
            for (Visit end : visits) {
                if (end.ended != null) {
                    expected.put(end.ended, visits.stream().anyMatch(came -> isBack(end, came, atOnce)));
                }
            }
            Map<String, Boolean> found = new TreeMap<>();
            seen.eachAnchor(
                    new ContactTimes.Rule(WINDOW, atOnce, false), (one, back) -> found.put(seen.anchorId(one), back));
            assertThat(found).isEqualTo(expected);
        }
    }

    /** Each contact marks the last start before it alone; of one instant the start of the lowest id. */
    @ParameterizedTest
    @CsvSource({"0, 6", "1, 6", "2, 1", "10, 2", "40, 1", "300, 6", "300, 2", "1000, 1"})
    void aContactCountsOnceForTheLastStartBeforeIt(int size, int texts) {
        Random random = new Random(size + texts);
        for (int round = 0; round < 20; round++) {
            List<Visit> visits = any(size, texts, random);
            ContactTimes seen = new ContactTimes();
            Map<String, Boolean> expected = new TreeMap<>();
            for (Visit visit : visits) {
                seen.add(visit.customer, visit.category, visit.at, visit.ended);
                if (visit.ended != null) {
                    expected.put(visit.ended, false);
                }
            }
            boolean atOnce = round % 2 == 0;
            for (Visit came : visits) {
                visits.stream()
                        .filter(end -> end.ended != null && isBack(end, came, atOnce))
                        .max(Comparator.comparing(Visit::at).thenComparing(Visit::ended, Comparator.reverseOrder()))
                        .ifPresent(last -> expected.put(last.ended, true));
            }
            Map<String, Boolean> found = new TreeMap<>();
            seen.eachAnchor(
                    new ContactTimes.Rule(WINDOW, atOnce, true), (one, back) -> found.put(seen.anchorId(one), back));
            assertThat(found).isEqualTo(expected);
        }
    }
}
