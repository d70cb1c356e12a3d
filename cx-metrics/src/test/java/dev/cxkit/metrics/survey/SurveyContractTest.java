package dev.cxkit.metrics.survey;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** Every metric of surveys keeps the laws of the fold. */
class SurveyContractTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    record Voice(String person, Instant at, double weight, Answer answer) {

        static Voice random(Random random, Scale scale) {
            return new Voice(
                    "p" + random.nextInt(40),
                    START.plusSeconds(random.nextInt(50)),
                    random.nextInt(9) == 0 ? 0 : random.nextDouble() * Math.pow(10, random.nextInt(20) - 10),
                    randomAnswer(random, scale));
        }
    }

    private static Answer randomAnswer(Random random, Scale scale) {
        return switch (random.nextInt(12)) {
            case 0 -> Answer.skipped();
            case 1 -> Answer.notApplicable();
            default -> scale.rate(scale.min() + random.nextInt(scale.points()));
        };
    }

    abstract static class OnAnswers<R> extends MetricContract<Answer, R> {

        private final Scale scale;

        OnAnswers(Scale scale) {
            this.scale = scale;
        }

        @Override
        protected Answer observation(Random random) {
            return randomAnswer(random, scale);
        }
    }

    @Nested
    class OfDistribution extends OnAnswers<Distribution> {
        OfDistribution() {
            super(Scale.CES);
        }

        @Override
        protected Metric<Answer, Distribution> metric() {
            return Distribution.metric(Scale.CES);
        }

        @Override
        protected List<Metric<Answer, Distribution>> otherConfigurations() {
            return List.of(
                    Distribution.metric(Scale.NPS),
                    Distribution.metric(Scale.of("ces-of-ours", 1, 7)),
                    Distribution.metric(Scale.of("ces-of-ours", 1, 7).lowIsBetter()));
        }
    }

    @Nested
    class OfNumbers extends MetricContract<Integer, Csat> {
        @Override
        protected Metric<Integer, Csat> metric() {
            return Csat.metric(Scale.CSAT, (Integer number) -> number == 0 ? null : number);
        }

        @Override
        protected Integer observation(Random random) {
            return random.nextInt(6);
        }

        @Override
        protected List<Metric<Integer, Csat>> otherConfigurations() {
            return List.of(Csat.metric(Scale.STARS, (Integer number) -> number));
        }
    }

    @Nested
    class OfNps extends OnAnswers<Nps> {
        OfNps() {
            super(Scale.NPS);
        }

        @Override
        protected Metric<Answer, Nps> metric() {
            return Nps.metric();
        }
    }

    @Nested
    class OfCsat extends OnAnswers<Csat> {
        OfCsat() {
            super(Scale.CSAT);
        }

        @Override
        protected Metric<Answer, Csat> metric() {
            return Csat.metric();
        }
    }

    @Nested
    class OfCes extends OnAnswers<Ces> {
        OfCes() {
            super(Scale.CES);
        }

        @Override
        protected Metric<Answer, Ces> metric() {
            return Ces.metric();
        }
    }

    @Nested
    class OfWeightedDistribution extends MetricContract<Voice, WeightedDistribution> {
        @Override
        protected Metric<Voice, WeightedDistribution> metric() {
            return WeightedDistribution.metricOfAnswers(Scale.STARS, Voice::answer, Voice::weight);
        }

        @Override
        protected Voice observation(Random random) {
            return Voice.random(random, Scale.STARS);
        }

        @Override
        protected List<Metric<Voice, WeightedDistribution>> otherConfigurations() {
            return List.of(WeightedDistribution.metricOfAnswers(Scale.CSAT, Voice::answer, Voice::weight));
        }
    }

    abstract static class OfPersonRatings extends MetricContract<Voice, PersonRatings> {

        private final RepeatAnswers choice;

        OfPersonRatings(RepeatAnswers choice) {
            this.choice = choice;
        }

        @Override
        protected Metric<Voice, PersonRatings> metric() {
            return PersonRatings.metricOfAnswers(choice, Scale.NPS, Voice::person, Voice::at, Voice::answer);
        }

        @Override
        protected Voice observation(Random random) {
            return Voice.random(random, Scale.NPS);
        }

        @Override
        protected List<Metric<Voice, PersonRatings>> otherConfigurations() {
            RepeatAnswers other = choice == RepeatAnswers.ALL ? RepeatAnswers.LAST : RepeatAnswers.ALL;
            return List.of(PersonRatings.metricOfAnswers(other, Scale.NPS, Voice::person, Voice::at, Voice::answer));
        }
    }

    @Nested
    class OfAllAnswers extends OfPersonRatings {
        OfAllAnswers() {
            super(RepeatAnswers.ALL);
        }
    }

    @Nested
    class OfLastAnswers extends OfPersonRatings {
        OfLastAnswers() {
            super(RepeatAnswers.LAST);
        }
    }

    @Nested
    class OfMeanAnswers extends OfPersonRatings {
        OfMeanAnswers() {
            super(RepeatAnswers.MEAN);
        }
    }

    abstract static class OfResponseFunnel extends MetricContract<Invitation, ResponseFunnel> {

        static final TimeRange PERIOD = TimeRange.of(START, START.plus(Duration.ofDays(20)));

        @Override
        protected Invitation observation(Random random) {
            Instant at = START.plus(Duration.ofHours(random.nextInt(900)));
            @Nullable Instant[] later = new Instant[5];
            for (int i = 0; i < later.length && random.nextInt(4) > 0; i++) {
                later[i] = random.nextInt(5) == 0 ? null : at.plus(Duration.ofHours(random.nextInt(200)));
            }
            return new Invitation(
                    "i" + random.nextInt(),
                    "survey",
                    CustomerId.of("c"),
                    at,
                    later[0],
                    later[1],
                    later[2],
                    later[3],
                    later[4]);
        }
    }

    @Nested
    class OfCohort extends OfResponseFunnel {
        @Override
        protected Metric<Invitation, ResponseFunnel> metric() {
            return ResponseFunnel.metric(PERIOD, Duration.ofDays(7), PERIOD.to());
        }

        @Override
        protected List<Metric<Invitation, ResponseFunnel>> otherConfigurations() {
            return List.of(ResponseFunnel.metric(PERIOD), ResponseFunnel.metric(ResponseFunnel.Basis.FLOW, PERIOD));
        }
    }

    @Nested
    class OfFlow extends OfResponseFunnel {
        @Override
        protected Metric<Invitation, ResponseFunnel> metric() {
            return ResponseFunnel.metric(ResponseFunnel.Basis.FLOW, PERIOD);
        }
    }
}
