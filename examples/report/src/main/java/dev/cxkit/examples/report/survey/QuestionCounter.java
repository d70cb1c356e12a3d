package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.examples.report.rows.Numbers;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the answers of one file to one question, row by row. */
final class QuestionCounter {

    private final Question question;
    private final @Nullable Timing timing;
    private final Intake<Reply> intake;
    private final Accumulator<Reply, QuestionTotals> outcome;
    private final @Nullable Accumulator<Reply, Series<Measured>> series;

    /** Only where times say which rating of a person is the last. */
    private final LastRatings<String> last = new LastRatings<>();

    private final LastRatings<PersonInPeriod> lastInPeriod = new LastRatings<>();

    /** The line of the first rating of each person, where no times say which is the last. */
    private final Map<String, Long> first = new HashMap<>();

    /** How often a text counted as missing that is a value of the scale. */
    private final Map<String, Long> missingOnScale = new TreeMap<>();

    private long ratingsOfPersons;

    /** One person in one period. */
    private record PersonInPeriod(String person, int period) {}

    QuestionCounter(Question question, SurveyRequest request) {
        this.question = question;
        this.timing = request.timing();
        this.intake = Intake.into(this::count);
        this.outcome = QuestionTotals.metric(question, request).start();
        this.series = timing == null
                ? null
                : Measured.metric(question.scale(), request.weight() != null)
                        .per(timing.cadence(), Reply::givenAt)
                        .start();
    }

    Intake<Reply> intake() {
        return intake;
    }

    /** Takes the field of a row. */
    void offer(Response response, String text) {
        intake.offer(response.line(), () -> reply(response, text));
    }

    private Reply reply(Response response, String text) {
        if (question.isMissing(text)) {
            if (!text.isEmpty() && isOnScale(text)) {
                missingOnScale.merge(text, 1L, Long::sum);
            }
            return new Reply(response, Answer.skipped());
        }
        Reply reply = new Reply(response, Numbers.rating(question.scale(), text));
        String person = response.person();
        if (person != null && timing == null) {
            Long before = first.putIfAbsent(person, response.line());
            if (before != null) {
                throw new IllegalArgumentException(
                        "same id as row " + before + "; without --at nothing says which of them is the last");
            }
        }
        return reply;
    }

    private boolean isOnScale(String text) {
        try {
            Numbers.rating(question.scale(), text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void count(Reply reply) {
        String person = reply.response().person();
        if (timing != null && person != null && reply.answer() instanceof Answer.Rated) {
            ratingsOfPersons++;
            last.offer(person, reply);
            int period = timing.cadence().index(reply.givenAt().getEpochSecond());
            lastInPeriod.offer(new PersonInPeriod(person, period), reply);
        } else {
            outcome.add(reply);
            if (series != null) {
                series.add(reply);
            }
        }
    }

    /** Returns the result; nothing may be added after it. */
    QuestionResult result(long rejectedRows) {
        outcome.addAll(last.replies());
        if (series != null) {
            series.addAll(lastInPeriod.replies());
        }
        QuestionTotals counted = outcome.result();
        return new QuestionResult(
                question,
                counted.total(),
                counted.by(),
                series == null ? null : series.result(),
                intake.rejected() + rejectedRows,
                ratingsOfPersons - last.replies().size(),
                intake.rejectedRows());
    }

    /** Returns a warning if a text that counts as missing is a value of the scale. */
    Optional<String> note() {
        if (missingOnScale.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder note = new StringBuilder();
        missingOnScale.forEach((text, count) -> note.append(note.isEmpty() ? "" : ", ")
                .append(count)
                .append(" times ")
                .append(text));
        return Optional.of(question.column() + ": " + note + " counts as missing, though it is a value of scale "
                + question.scale().name() + "; use --missing " + question.column()
                + "=VALUES if that was meant for another column");
    }
}
