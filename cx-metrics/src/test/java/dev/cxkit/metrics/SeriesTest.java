package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Metric<Visit, Total.Sum> MINUTES = Total.of().on(Visit::minutes);

    private static Visit visit(String at, int minutes) {
        return new Visit("shop", Instant.parse(at), minutes, List.of());
    }

    private final List<Visit> visits = List.of(
            visit("2026-01-05T00:00:00Z", 1),
            visit("2026-01-05T23:59:59.999Z", 2),
            visit("2026-01-08T10:00:00Z", 4),
            visit("2026-01-09T00:00:00Z", 8));

    @Test
    void emptyPeriodsAreThereAndEmpty() {
        Series<Total.Sum> days = MINUTES.per(Cadence.daily(UTC), Visit::at).over(visits);
        assertThat(days.points().stream().map(Series.Point::value))
                .containsExactly(
                        new Total.Sum(2, 3),
                        new Total.Sum(0, 0),
                        new Total.Sum(0, 0),
                        new Total.Sum(1, 4),
                        new Total.Sum(1, 8));
        assertThat(days.points().get(1).period().from()).isEqualTo("2026-01-06T00:00:00Z");
        assertThat(days.startingAt(Instant.parse("2026-01-08T00:00:00Z"))).isPresent();
        assertThat(days.startingAt(Instant.parse("2026-01-08T00:00:01Z"))).isEmpty();
    }

    @Test
    void theLastPeriodIsUnfinishedUnlessItIsKnownToBeOver() {
        Series<Long> days =
                MINUTES.then(Total.Sum::n).per(Cadence.daily(UTC), Visit::at).over(visits);
        assertThat(days.points().stream().map(Series.Point::finished)).containsExactly(true, true, true, true, false);

        Cadence later = Cadence.daily(UTC).asOf(Instant.parse("2026-01-11T06:00:00Z"));
        Series<Long> seenLater =
                MINUTES.then(Total.Sum::n).per(later, Visit::at).over(visits);
        assertThat(seenLater.points().stream().map(Series.Point::finished))
                .containsExactly(true, true, true, true, true, true, false);
        assertThat(seenLater.map(n -> n > 0).points().stream().map(Series.Point::value))
                .containsExactly(true, false, false, true, true, false, false);
    }

    /** Samoa went from 29 to 31 December 2011. */
    @Test
    void aDayThatTheZoneLeftOutIsNoPeriod() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Series<Long> days = MINUTES.then(Total.Sum::n)
                .per(Cadence.daily(apia), Visit::at)
                .over(List.of(visit("2011-12-29T12:00:00Z", 1), visit("2012-01-01T12:00:00Z", 1)));
        assertThat(days.points().stream()
                        .map(point ->
                                point.period().from().atZone(apia).toLocalDate().toString()))
                .containsExactly("2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02");
    }

    /** What the state holds does not depend on the instant from which it is looked at. */
    @Test
    void aStateIsReadUnderALaterInstant() {
        Accumulator<Visit, Series<Long>> earlier = MINUTES.then(Total.Sum::n)
                .per(Cadence.daily(UTC).asOf(Instant.parse("2026-01-09T06:00:00Z")), Visit::at)
                .start();
        earlier.addAll(visits);
        Metric<Visit, Series<Long>> later = MINUTES.then(Total.Sum::n)
                .per(Cadence.daily(UTC).asOf(Instant.parse("2026-01-10T00:00:00Z")), Visit::at);
        assertThat(earlier.result().points().get(4).finished()).isFalse();
        assertThat(later.resume(earlier.toBytes()).result().points().get(4).finished())
                .isTrue();
    }

    @Test
    void nothingObservedIsAnEmptySeries() {
        assertThat(MINUTES.per(Cadence.daily(UTC).asOf(Instant.EPOCH), Visit::at)
                        .over(List.of())
                        .points())
                .isEmpty();
    }

    /** Three days with (promoters, passives, detractors) (1,0,0), (0,0,9), (5,5,0): NPS 100, -100, 50; window -15, mean 16.7. */
    @Test
    void aRollingWindowIsNotTheMeanOfItsPeriods() {
        // Contributions times 100, so that the metric is sum / n.
        List<Visit> answers = new java.util.ArrayList<>();
        answers.add(visit("2026-01-01T10:00:00Z", 100));
        for (int i = 0; i < 9; i++) {
            answers.add(visit("2026-01-02T10:00:00Z", -100));
        }
        for (int i = 0; i < 5; i++) {
            answers.add(visit("2026-01-03T10:00:00Z", 100));
            answers.add(visit("2026-01-03T11:00:00Z", 0));
        }
        Metric<Visit, OptionalDouble> mean = MINUTES.then(
                sum -> sum.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum.sum() / sum.n()));

        Series<OptionalDouble> window =
                mean.rolling(3, Cadence.daily(UTC), Visit::at).over(answers);
        assertThat(window.points().get(2).value()).hasValue(-15.0);
        assertThat(window.points().get(2).period().from()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(window.points().get(0).finished()).isFalse();

        Series<OptionalDouble> averages =
                mean.per(Cadence.daily(UTC), Visit::at).over(answers).averageOfPeriods(3, value -> value);
        assertThat(averages.points().get(2).value().getAsDouble())
                .isCloseTo(50 / 3.0, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(averages.points().get(2).period())
                .isEqualTo(window.points().get(2).period());
    }

    @Test
    void aRollingWindowMergesWhatItsPeriodsHold() {
        Series<Total.Sum> window =
                MINUTES.rolling(2, Cadence.daily(UTC), Visit::at).over(visits);
        assertThat(window.points().stream().map(point -> point.value().sum())).containsExactly(3L, 3L, 0L, 4L, 12L);
    }

    @Test
    void aWindowBelowOnePeriodIsRefused() {
        assertThatThrownBy(() -> MINUTES.rolling(0, Cadence.daily(UTC), Visit::at))
                .hasMessage("window of 0 periods is outside 1..20000");
        assertThatThrownBy(() -> new Series<Total.Sum>(List.of()).averageOfPeriods(0, sum -> OptionalDouble.empty()))
                .hasMessage("window of 0 periods is below 1");
    }

    @Test
    void aStrayInstantFailsLoudlyWhateverTheOrder() {
        List<Visit> stray = List.of(visit("2026-01-05T00:00:00Z", 1), visit("1901-01-05T00:00:00Z", 1));
        Metric<Visit, ?> days = MINUTES.per(Cadence.daily(UTC), Visit::at);
        assertThatThrownBy(() -> days.over(stray))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1901-01-05")
                .hasMessageContaining("20000 periods");
        assertThatThrownBy(() -> days.over(List.of(stray.get(1), stray.get(0))))
                .isInstanceOf(IllegalStateException.class);
    }
}
