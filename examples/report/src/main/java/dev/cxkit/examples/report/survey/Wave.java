package dev.cxkit.examples.report.survey;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.List;
import java.util.Map;

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
        List<String> notes)
        implements Result {

    /** Copies the lists. */
    public Wave {
        rejectedRows = List.copyOf(rejectedRows);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }

    /** Returns the file, its rows, the first of them that were rejected as a whole, and the notes; the scores are those of the survey. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("file", file)
                .with("rows", rows)
                .with("rejected", rejected)
                .with("rejectedRows", rejectedRows)
                .with("notes", notes)
                .map();
    }
}
