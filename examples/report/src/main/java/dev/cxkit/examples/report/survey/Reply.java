package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Answer;
import java.time.Instant;

/**
 * The answer of one row to one question.
 *
 * @param response the row
 * @param answer a rating, or skipped
 */
record Reply(Response response, Answer answer) {

    double weight() {
        return response.weight();
    }

    Instant givenAt() {
        return response.givenAt();
    }

    String segment(int column) {
        return response.segments().get(column);
    }
}
