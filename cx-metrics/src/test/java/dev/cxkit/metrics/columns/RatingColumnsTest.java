package dev.cxkit.metrics.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.survey.Distribution;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingColumnsTest {

    private static final List<String> KEYS = List.of("a", "b", "c", "never");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    record Row(String segment, Instant at, Answer nps, Answer custom) {}

    /** The oracle is the fold, asked of the same answers as objects. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 2_048, 2_049, 20_000})
    void countsWhatTheFoldCounts(int rows) {
        Random random = new Random(rows);
        Scale custom = Scale.of("minus-100-to-100", -100, 100);
        int[] segments = new int[rows];
        long[] times = new long[rows];
        byte[] nps = new byte[rows];
        byte[] other = new byte[rows];
        List<Row> objects = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            segments[i] = random.nextInt(3);
            // Mostly within a year, in leaps backwards and forwards, now and then years away.
            times[i] = 1_767_000_000L
                    + random.nextInt(30_000_000)
                    + (random.nextInt(500) == 0 ? (random.nextInt(9) - 4) * 300_000_000L : 0);
            Answer first = answer(random, Scale.NPS);
            Answer second = answer(random, custom);
            nps[i] = code(first);
            other[i] = code(second);
            objects.add(new Row(KEYS.get(segments[i]), Instant.ofEpochSecond(times[i]), first, second));
        }
        Cadence weeks = Cadence.weekly(BERLIN).asOf(Instant.parse("2027-01-05T00:00:00Z"));
        List<Segments<String, Series<Distribution>>> counted = RatingColumns.of(KEYS, segments, times, weeks)
                .count(List.of(new RatingColumns.Column(Scale.NPS, nps), new RatingColumns.Column(custom, other)));

        assertThat(counted.get(0))
                .isEqualTo(Distribution.metric(Scale.NPS)
                        .on(Row::nps)
                        .per(weeks, Row::at)
                        .by(Row::segment)
                        .over(objects));
        assertThat(counted.get(1))
                .isEqualTo(Distribution.metric(custom)
                        .on(Row::custom)
                        .per(weeks, Row::at)
                        .by(Row::segment)
                        .over(objects));
        assertThat(RatingColumns.of(KEYS, segments, times, weeks).count(Scale.NPS, nps))
                .isEqualTo(counted.get(0));
    }

    private static Answer answer(Random random, Scale scale) {
        return switch (random.nextInt(10)) {
            case 0 -> Answer.skipped();
            case 1 -> Answer.notApplicable();
            default -> scale.rate(scale.min() + random.nextInt(scale.points()));
        };
    }

    private static byte code(Answer answer) {
        if (answer instanceof Answer.Rated rated) {
            return (byte) rated.value();
        }
        return answer instanceof Answer.Skipped ? RatingColumns.SKIPPED : RatingColumns.NOT_APPLICABLE;
    }

    private static RatingColumns<String> two(int... segments) {
        return RatingColumns.of(KEYS, segments, new long[] {0, 1}, Cadence.daily(BERLIN));
    }

    @Test
    void whatIsOutsideIsRefusedByRow() {
        assertThatThrownBy(() -> two(0, 0).count(Scale.NPS, new byte[] {10, 11}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rating 11 at 1 is outside 0..10 of scale nps");
        assertThatThrownBy(() -> two(0, 4).count(Scale.NPS, new byte[] {1, 1}))
                .hasMessage("segment 4 at 1 is outside 0..3");
        assertThatThrownBy(() -> two(-1, 0).count(Scale.NPS, new byte[] {1, 1}))
                .hasMessage("segment -1 at 0 is outside 0..3");
        assertThatThrownBy(() -> two(0, 0).count(Scale.NPS, new byte[] {1})).hasMessage("1 ratings for 2 rows");
        assertThatThrownBy(() -> two(0)).hasMessageContaining("1 segments and 2 times");
        assertThatThrownBy(() -> two(0, 0).count(Scale.of("wide", 0, 200), new byte[] {1, 1}))
                .hasMessage("scale wide 0..200 is not within -126..127");
        assertThatThrownBy(
                        () -> RatingColumns.of(KEYS, new int[1], new long[] {1_767_000_000_000L}, Cadence.daily(BERLIN))
                                .count(Scale.NPS, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("second 1767000000000 at 0 is outside");
        assertThatThrownBy(() -> RatingColumns.of(List.of("a", "a"), new int[1], new long[1], Cadence.daily(BERLIN)))
                .hasMessage("segments [a, a] hold one twice");
        assertThatThrownBy(() -> RatingColumns.of(
                                KEYS, new int[2], new long[] {-2_208_988_800L, 1_767_000_000L}, Cadence.daily(BERLIN))
                        .count(Scale.NPS, new byte[2]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more than the 20000 of a series");
    }
}
