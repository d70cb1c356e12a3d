package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.survey.Nps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Named questions are merged by name: of those who promote in one and are detractors in the other, 100 and -100 stay what they are. */
class AllTest {

    private record Given(int relation, int transaction) {}

    private static final List<Given> SOME = List.of(new Given(10, 0), new Given(9, 3));
    private static final Metric<Given, Nps> RELATION = nps(Given::relation);
    private static final Metric<Given, Nps> TRANSACTION = nps(Given::transaction);

    private static Metric<Given, Nps> nps(Fn<Given, Integer> rating) {
        return Nps.metric().on((Given given) -> new Answer.Rated(Scale.NPS, rating.apply(given)));
    }

    /** As two JVMs have it whose {@code Map.of} is salted apart. */
    private static Metric<Given, Map<String, Nps>> all(boolean relationFirst) {
        Map<String, Metric<Given, Nps>> metrics = new LinkedHashMap<>();
        metrics.put(relationFirst ? "relation" : "transaction", relationFirst ? RELATION : TRANSACTION);
        metrics.put(relationFirst ? "transaction" : "relation", relationFirst ? TRANSACTION : RELATION);
        return Metric.all(metrics);
    }

    private static <R> R merged(Metric<Given, R> here, Metric<Given, R> there) {
        Accumulator<Given, R> accumulator = here.start();
        accumulator.addAll(SOME);
        Accumulator<Given, R> other = there.start();
        other.addAll(SOME);
        assertThat(other.toBytes()).isEqualTo(accumulator.toBytes());
        accumulator.merge(other);
        return accumulator.result();
    }

    private static void assertScores(Map<String, Nps> scores) {
        assertThat(requireNonNull(scores.get("relation")).score()).hasValue(100);
        assertThat(requireNonNull(scores.get("transaction")).score()).hasValue(-100);
    }

    @Test
    void theOrderOfTheMapDoesNotMatter() {
        assertScores(merged(all(true), all(false)));
        assertScores(merged(all(false), all(true)));
    }

    @Test
    void norInsideOtherMetrics() {
        assertScores(merged(all(true).by(Given::relation), all(false).by(Given::relation))
                .total());
        Cadence daily = Cadence.daily(ZoneOffset.UTC);
        assertScores(merged(
                        all(true).per(daily, given -> Instant.EPOCH), all(false).per(daily, given -> Instant.EPOCH))
                .points()
                .get(0)
                .value());
        assertScores(merged(
                all(true).where(given -> true).then(scores -> scores),
                all(false).where(given -> true).then(scores -> scores)));
        assertScores(requireNonNull(
                merged(Metric.all(Map.of("inside", all(true))), Metric.all(Map.of("inside", all(false))))
                        .get("inside")));
        assertScores(merged(
                Metric.both(Metric.<Given>count(), all(true), (n, scores) -> scores),
                Metric.both(Metric.<Given>count(), all(false), (n, scores) -> scores)));
    }
}
