package dev.cxkit.examples.report.survey;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answers to a question in total and by segment, from one pass.
 *
 * @param total all answers
 * @param by for each column of segments, in the order asked for, the answers by segment
 */
record QuestionTotals(Measured total, Map<String, Segments<String, Measured>> by) {

    static Metric<Reply, QuestionTotals> metric(Question question, SurveyRequest request) {
        Metric<Reply, Measured> measured = Measured.metric(question.scale(), request.weight() != null);
        Map<String, Metric<Reply, Segments<String, Measured>>> by = new LinkedHashMap<>();
        for (int i = 0; i < request.by().size(); i++) {
            int column = i;
            by.put(request.by().get(i), measured.by(reply -> reply.segment(column)));
        }
        return by.isEmpty()
                ? measured.then(total -> new QuestionTotals(total, Map.of()))
                : Metric.both(measured, Metric.all(by), QuestionTotals::new);
    }
}
