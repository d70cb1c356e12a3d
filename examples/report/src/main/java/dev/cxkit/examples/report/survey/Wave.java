package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.RejectedRow;
import java.util.List;

/**
 * The answers in one file.
 *
 * @param file its name
 * @param rows how many rows it has, rejected ones too
 * @param rejected how many rows were rejected as a whole, for all questions
 * @param rejectedRows the first of them
 * @param questions the answers to each question, in the order asked for
 * @param notes what a reader of the numbers should know
 */
public record Wave(
        String file,
        long rows,
        long rejected,
        List<RejectedRow> rejectedRows,
        List<QuestionResult> questions,
        List<String> notes) {

    /** Copies the lists. */
    public Wave {
        rejectedRows = List.copyOf(rejectedRows);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }
}
