package dev.cxkit.examples.report.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.examples.report.Run;
import dev.cxkit.metrics.survey.PersonRatings;
import dev.cxkit.metrics.survey.Score;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SurveyPersonsTest {

    @TempDir
    Path folder;

    private JsonNode score(List<String> lines, Object... options) {
        Path file = Run.file(folder, "in.csv", lines.toArray(String[]::new));
        Object[] arguments = new Object[options.length + 6];
        System.arraycopy(new Object[] {"survey", file, "--score", "q=nps", "--id", "who"}, 0, arguments, 0, 6);
        System.arraycopy(options, 0, arguments, 6, options.length);
        return Run.json(folder, arguments).get("scores").get(0);
    }

    @Test
    void theLastRatingOfAPersonCountsAndInASeriesTheLastOfEachMonth() {
        JsonNode score = score(
                List.of(
                        "who,q,t,g",
                        "a,0,2026-01-05,old",
                        "a,9,2026-02-05,new",
                        "a,3,2026-01-09,old",
                        "a,,2026-03-01,new",
                        "b,7,2026-02-02,old",
                        ",10,2026-02-03,old",
                        ",10,2026-02-03,old"),
                "--at",
                "t",
                "--by",
                "g");
        assertThat(score.get("answered").asLong()).isEqualTo(4);
        assertThat(score.get("missing").asLong()).isEqualTo(1);
        assertThat(score.get("superseded").asLong()).isEqualTo(2);
        assertThat(score.get("rejected").asLong()).isZero();
        assertThat(score.get("total").get("distribution").get("counts").get("9").asLong())
                .isEqualTo(1);
        assertThat(score.get("total").get("distribution").get("counts").get("0").asLong())
                .isZero();
        JsonNode segments = score.get("by").get("g").get("segments");
        assertThat(Run.result(segments, "new")
                        .get("distribution")
                        .get("answered")
                        .asLong())
                .isEqualTo(1);
        assertThat(Run.result(segments, "old")
                        .get("distribution")
                        .get("answered")
                        .asLong())
                .isEqualTo(3);
        JsonNode periods = score.get("series").get("periods");
        JsonNode january = periods.get(0).get("result").get("distribution");
        assertThat(january.get("answered").asLong()).isEqualTo(1);
        assertThat(january.get("counts").get("3").asLong()).isEqualTo(1);
        assertThat(periods.get(1)
                        .get("result")
                        .get("distribution")
                        .get("answered")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void withoutTimesTheFirstRowOfAPersonCountsAndOthersAreRejected() {
        Path file = Run.file(folder, "in.csv", "who,q", "a,", "a,9", "a,0", "b,7");
        JsonNode document = Run.json(folder, "survey", file, "--score", "q=nps", "--id", "who");
        JsonNode score = document.get("scores").get(0);
        assertThat(score.get("answered").asLong()).isEqualTo(2);
        assertThat(score.get("missing").asLong()).isEqualTo(1);
        assertThat(score.get("rejected").asLong()).isEqualTo(1);
        assertThat(document.get("scores")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("position")
                        .asLong())
                .isEqualTo(4);
        assertThat(document.get("scores")
                        .get(0)
                        .get("rejectedRows")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("same id as row 3; without --at nothing says which of them is the last");
    }

    private record Rating(String person, Instant at, int value) {}

    /** The library has the same rule as a metric of its own, which knows no segments and no weights. */
    @Test
    void theRatingsThatCountAreThoseOfThePersonRatingsOfTheLibrary() {
        Random random = new Random(7);
        List<Rating> ratings = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of("who,q,t"));
        for (int i = 0; i < 500; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
            Rating rating = new Rating(
                    "p" + random.nextInt(120), day.atStartOfDay().toInstant(ZoneOffset.UTC), random.nextInt(11));
            ratings.add(rating);
            lines.add(rating.person() + "," + rating.value() + "," + day);
        }
        PersonRatings expected = PersonRatings.<Rating>metric(Scale.NPS, Rating::person, Rating::at, Rating::value)
                .over(ratings);
        JsonNode score = score(lines, "--at", "t");
        assertThat(score.get("answered").asLong()).isEqualTo(expected.persons());
        assertThat(score.get("superseded").asLong()).isEqualTo(expected.superseded());
        for (int value = 0; value <= 10; value++) {
            assertThat(score.get("total")
                            .get("distribution")
                            .get("counts")
                            .get("" + value)
                            .asDouble())
                    .isEqualTo(expected.distribution().weight(value));
        }
        assertThat(score.get("total").get("nps").get("value").asDouble())
                .isEqualTo(Score.NPS.of(expected.distribution()).orElseThrow().value());
    }
}
