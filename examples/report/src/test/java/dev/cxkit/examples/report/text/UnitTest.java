package dev.cxkit.examples.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.metrics.stats.Estimate;
import org.junit.jupiter.api.Test;

class UnitTest {

    @Test
    void numbersAreRoundedForPeople() {
        assertThat(Unit.POINTS.show(35.6347)).isEqualTo("35.6");
        assertThat(Unit.SHARE.show(0.5)).isEqualTo("50.0 %");
        assertThat(Unit.RATING.show(4)).isEqualTo("4.00");
        assertThat(Unit.SHARE.interval(new Estimate(0.5, 0.25, 0.75, 0.95, 9))).isEqualTo("25.0 to 75.0 %");
        assertThat(Unit.count(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(Unit.POINTS.show(-0.04)).isEqualTo("0.0");
        assertThat(Unit.POINTS.change(0.04)).isEqualTo("0.0");
        assertThat(Unit.POINTS.change(-0.04)).isEqualTo("0.0");
        assertThat(Unit.POINTS.change(0.06)).isEqualTo("+0.1");
        assertThat(Unit.SHARE.change(-0.0231)).isEqualTo("-2.3");
    }

    @Test
    void ticksHaveNoDigitsThatTheyDoNotNeed() {
        assertThat(Unit.SHARE.tick(0.55)).isEqualTo("55 %");
        assertThat(Unit.SHARE.tick(0.125)).isEqualTo("12.5 %");
        assertThat(Unit.POINTS.tick(-20)).isEqualTo("-20");
        assertThat(Unit.POINTS.tick(2.5)).isEqualTo("2.5");
    }

    @Test
    void aVerySmallPIsNotShownAsZero() {
        assertThat(Unit.p(0.00004)).isEqualTo("p < 0.001");
        assertThat(Unit.p(0.0347)).isEqualTo("p = 0.035");
    }
}
