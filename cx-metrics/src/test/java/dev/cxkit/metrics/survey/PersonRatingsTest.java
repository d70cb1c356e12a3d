package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonRatingsTest {

    record Voice(String person, String at, Answer answer) {
        Instant instant() {
            return Instant.parse(at + "T12:00:00Z");
        }
    }

    /** Ann: 2, then 10, then skipped. Ben: 9 and 3 at one instant. Cid: 8. */
    private static final List<Voice> VOICES = List.of(
            new Voice("ann", "2026-02-01", Scale.NPS.rate(10)),
            new Voice("ann", "2026-01-01", Scale.NPS.rate(2)),
            new Voice("ann", "2026-03-01", Answer.skipped()),
            new Voice("ben", "2026-01-05", Scale.NPS.rate(9)),
            new Voice("ben", "2026-01-05", Scale.NPS.rate(3)),
            new Voice("cid", "2026-01-07", Scale.NPS.rate(8)));

    private static PersonRatings over(RepeatAnswers choice) {
        return PersonRatings.<Voice>metricOfAnswers(choice, Scale.NPS, Voice::person, Voice::instant, Voice::answer)
                .over(VOICES);
    }

    private static double nps(PersonRatings ratings) {
        return Score.NPS.of(ratings.distribution()).orElseThrow().value();
    }

    @Test
    void allAnswersCount() {
        PersonRatings all = over(RepeatAnswers.ALL);
        assertThat(all.ratings()).isEqualTo(5);
        assertThat(all.distribution().effectiveN()).isEqualTo(5);
        assertThat(nps(all)).isCloseTo(0, within(1e-9));
        assertThat(all.superseded()).isZero();
    }

    @Test
    void theLastRatingCountsAndATieGoesToTheLower() {
        PersonRatings last = over(RepeatAnswers.LAST);
        assertThat(last.persons()).isEqualTo(3);
        assertThat(last.superseded()).isEqualTo(2);
        assertThat(last.distribution().weight(10)).isEqualTo(1);
        assertThat(last.distribution().weight(3)).isEqualTo(1);
        assertThat(last.distribution().weight(8)).isEqualTo(1);
        assertThat(last.distribution().answered()).isEqualTo(3);
        assertThat(last.distribution().skipped()).isEqualTo(1);
        assertThat(PersonRatings.<Voice>metricOfAnswers(
                                RepeatAnswers.LAST, Scale.NPS, Voice::person, Voice::instant, Voice::answer)
                        .over(VOICES))
                .isEqualTo(last);
    }

    /** Ann and Ben are half promoter, half detractor; Cid is passive. */
    @Test
    void allAnswersOfAPersonWeighAsOne() {
        PersonRatings mean = over(RepeatAnswers.MEAN);
        assertThat(mean.distribution().total()).isCloseTo(3, within(1e-12));
        assertThat(mean.distribution().effectiveN()).isEqualTo(3);
        assertThat(mean.distribution().weight(2)).isEqualTo(0.5);
        assertThat(mean.distribution().weight(8)).isEqualTo(1);
        assertThat(nps(mean)).isCloseTo(0, within(1e-9));
    }

    @Test
    void theEarliestInstantIsAnInstantLikeAnyOther() {
        PersonRatings one = PersonRatings.<Integer>metricOfAnswers(
                        RepeatAnswers.LAST, Scale.STARS, i -> "p", i -> Instant.MIN, Scale.STARS::rate)
                .over(List.of(4));
        assertThat(one.distribution().weight(4)).isEqualTo(1);
    }

    @Test
    void eachWindowHasItsOwnLastAnswer() {
        Series<PersonRatings> months = PersonRatings.<Voice>metricOfAnswers(
                        RepeatAnswers.LAST, Scale.NPS, Voice::person, Voice::instant, Voice::answer)
                .per(Cadence.monthly(ZoneId.of("UTC")), Voice::instant)
                .over(VOICES);
        assertThat(months.points().get(0).value().distribution().weight(2)).isEqualTo(1);
        assertThat(months.points().get(1).value().distribution().weight(10)).isEqualTo(1);
        assertThat(months.points().get(2).value().persons()).isZero();
    }
}
