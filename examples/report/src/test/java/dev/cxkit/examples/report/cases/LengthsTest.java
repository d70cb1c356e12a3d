package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.examples.report.chart.DurationChart.Bar;
import dev.cxkit.examples.report.text.TimeSpan;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LengthsTest {

    private static Lengths of(long... seconds) {
        return Lengths.of(KaplanMeier.metric()
                .over(LongStream.of(seconds)
                        .mapToObj(each -> new SurvivalTime(Math.abs(each), each >= 0))
                        .toList()));
    }

    /** Below zero stands for a time that goes on. */
    @Test
    void everyTimeThatIsOverIsInOneRangeAndTheOthersInNone() {
        Lengths lengths = of(0, 0, 1, 9, 10, 99, 100, 1_000, 1_000_000, -5, -70);
        assertThat(lengths.none()).isEqualTo(2);
        List<Bar> bars = lengths.bars();
        assertThat(bars).extracting(Bar::count).containsExactly(2L, 2L, 1L, 1L, 0L, 0L, 1L);
        assertThat(bars.get(0).from()).isEqualTo(1);
        assertThat(bars.get(6).to()).isCloseTo(1e7, within(1e-6));
        assertThat(bars.get(2).text()).isEqualTo("1.7 min to 17 min");
        for (Bar bar : bars) {
            assertThat(bar.to() / bar.from()).isCloseTo(10, within(1e-9));
        }
    }

    @Test
    void moreTimesHaveFinerRanges() {
        assertThat(of(LongStream.rangeClosed(1_000, 9_000).toArray()).bars()).hasSize(10);
        assertThat(of(5, 5, 5).bars()).hasSize(1);
        assertThat(of(0).bars()).isEmpty();
        assertThat(of().none()).isZero();
        assertThat(of(-3).bars()).isEmpty();
    }

    @Test
    void aboutHowLongIsSaidInTwoDigits() {
        assertThat(List.of(0.0, 59.0, 90.0, 3_600.0, 5_400.0, 86_399.0, 86_400.0, 859_000.0, 31_536_000.0))
                .extracting(TimeSpan::about)
                .containsExactly("0 s", "59 s", "1.5 min", "1 h", "1.5 h", "24 h", "1 d", "9.9 d", "365 d");
    }
}
