package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes an answer is no part of the state: parts that only answer in another way merge, others are refused whole. */
class MergingTest {

    private static final Metric<Integer, Long> SUM = Total.of().then(Total.Sum::sum);
    private static final Cadence DAYS = Cadence.daily(ZoneOffset.UTC);

    private static Metric<Integer, Long> negated(Metric<Integer, Long> metric) {
        return metric.then(sum -> -sum);
    }

    private static Metric<Integer, ? extends Object> around(Metric<Integer, Long> metric, int shape) {
        return switch (shape) {
            case 0 -> metric;
            case 1 -> metric.on((Integer number) -> number);
            case 2 -> Metric.both(SUM, metric, (one, other) -> one + 1000 * other);
            case 3 -> Metric.both(metric, metric.where(number -> number > 4), (one, other) -> one + 1000 * other);
            case 4 -> Metric.all(Map.of("a", SUM, "b", metric));
            case 5 -> metric.by(number -> number % 2 == 0);
            case 6 -> metric.per(DAYS, Instant::ofEpochSecond);
            case 7 -> metric.onEach((Integer number) -> List.of(number, number)).named("twice");
            default -> negated(metric.by(number -> number % 2).then(Segments::total));
        };
    }

    static Stream<Integer> shapes() {
        return Stream.iterate(0, i -> i + 1).limit(9);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void partsWithOtherAnswersFromTheSameStateMerge(int shape) {
        merged(around(SUM, shape), around(negated(SUM), shape));
        merged(around(negated(SUM), shape), around(SUM, shape));
    }

    @SuppressWarnings("unchecked")
    private static <R> void merged(Metric<Integer, R> one, Metric<Integer, ?> other) {
        Accumulator<Integer, R> left = one.start();
        left.addAll(List.of(3, 4));
        Accumulator<Integer, R> right = ((Metric<Integer, R>) other).start();
        right.addAll(List.of(5, 90_000));
        left.merge(right);

        assertThat(left.result()).isEqualTo(one.over(List.of(3, 4, 5, 90_000)));
    }

    @Test
    void aStateOfAnotherClassIsRefusedBeforeAnythingIsMerged() {
        Metric<Integer, Long> pretending =
                Sums.metric(SUM.definition(), 1, (number, counts) -> counts[0] += number, sums -> sums[0]);
        Accumulator<Integer, Long> left = Metric.both(SUM, SUM, Long::sum).start();
        left.add(1);
        Accumulator<Integer, Long> right =
                Metric.both(SUM, pretending, Long::sum).start();
        right.add(1);

        assertThatThrownBy(() -> left.merge(right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot merge both(total(total),total(total)) into"
                        + " both(total(total),total(total)): their states are not of the same classes");
        assertThat(left.result()).isEqualTo(2);
    }
}
