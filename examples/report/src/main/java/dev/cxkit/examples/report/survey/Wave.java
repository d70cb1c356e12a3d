package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.Refusal;
import java.util.List;

/**
 * The answers in one file.
 *
 * @param file its name
 * @param rows how many rows it has, refused ones too
 * @param refused how many rows were refused as a whole, for all questions
 * @param refusals the first of them
 * @param questions the answers to each question, in the order asked for
 * @param notes what a reader of the numbers should know
 */
public record Wave(
        String file,
        long rows,
        long refused,
        List<Refusal> refusals,
        List<QuestionResult> questions,
        List<String> notes) {

    /** Copies the lists. */
    public Wave {
        refusals = List.copyOf(refusals);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }
}
