package dev.cxkit.examples.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void ticksAreRoundNumbersAroundTheData() {
        assertThat(Axis.over(-12, 37, 5, 0, 100).ticks()).containsExactly(-20.0, -10.0, 0.0, 10.0, 20.0, 30.0, 40.0);
        assertThat(Axis.over(0.61, 0.87, 3, 0, 100).ticks()).hasSize(4);
    }

    @Test
    void aSingleNumberHasAnAxisToo() {
        for (double number : new double[] {0, 100, -100, 0.5}) {
            Axis axis = Axis.over(number, number, 5, 0, 100);
            assertThat(axis.holds(number)).isTrue();
            assertThat(axis.at(number)).isBetween(0.0, 100.0);
        }
    }

    @Property
    void allDataLieOnTheAxis(
            @ForAll @DoubleRange(min = -200, max = 200) double a,
            @ForAll @DoubleRange(min = -200, max = 200) double b,
            @ForAll @IntRange(min = 1, max = 12) int ticks) {
        double least = Math.min(a, b);
        double most = Math.max(a, b);
        Axis axis = Axis.over(least, most, ticks, 300, 20);
        assertThat(axis.at(least)).isBetween(19.999, 300.001);
        assertThat(axis.at(most)).isBetween(19.999, 300.001);
        List<Double> marks = axis.ticks();
        assertThat(marks.get(0)).isCloseTo(axis.low(), within(1e-6));
        assertThat(marks.get(marks.size() - 1))
                .isCloseTo(axis.high(), within(1e-6 * Math.max(1, Math.abs(axis.high()))));
        assertThat(marks.size()).isBetween(2, 3 * ticks + 3);
    }
}
