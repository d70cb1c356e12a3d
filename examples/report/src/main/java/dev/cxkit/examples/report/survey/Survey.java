package dev.cxkit.examples.report.survey;

import java.util.List;
import java.util.Optional;

/**
 * The answers of one file, or of two that are compared.
 *
 * @param request what was asked
 * @param waves the answers by file, the older one first
 */
public record Survey(SurveyRequest request, List<Wave> waves) {

    /**
     * Checks the number of files.
     *
     * @throws IllegalArgumentException if it is not 1 or 2
     */
    public Survey {
        waves = List.copyOf(waves);
        if (waves.isEmpty() || waves.size() > 2) {
            throw new IllegalArgumentException(waves.size() + " files; allowed are 1, or 2 to compare");
        }
    }

    /** Returns the answers that the scores are of: the only ones, or the second. */
    public Wave current() {
        return waves.get(waves.size() - 1);
    }

    /** Returns the answers that the scores are compared with; empty with one file. */
    public Optional<Wave> before() {
        return waves.size() == 2 ? Optional.of(waves.get(0)) : Optional.empty();
    }

    /** Returns the change of a question from the first file to the second; empty with one file, or where one has no answers. */
    public Optional<WaveChange> change(int question) {
        String by = request.by().isEmpty() ? null : request.by().get(0);
        return before().flatMap(wave -> WaveChange.between(
                wave.questions().get(question), current().questions().get(question), by));
    }
}
