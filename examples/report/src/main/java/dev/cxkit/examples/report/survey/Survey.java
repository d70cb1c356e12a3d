package dev.cxkit.examples.report.survey;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.examples.report.survey.SurveyRequest.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The answers of one file, or of two that are compared.
 *
 * @param request what was asked
 * @param waves the answers by file, the older one first
 */
public record Survey(SurveyRequest request, List<Wave> waves) implements Result {

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

    /** Returns the files, the periods and their zone, and the score of each question, with that of the first file and the change. */
    @Override
    public Map<String, Object> document() {
        Optional<Timing> timing = Optional.ofNullable(request.timing());
        return Document.start()
                .with("files", waves)
                .with("per", timing.map(Timing::unit))
                .with("zone", timing.map(of -> of.times().zone()))
                .with(
                        "scores",
                        IntStream.range(0, request.questions().size())
                                .mapToObj(this::score)
                                .toList())
                .map();
    }

    private Map<String, Object> score(int question) {
        return Document.of(Optional.of(current().questions().get(question)))
                .with("before", before().map(wave -> wave.questions().get(question)))
                .with("change", change(question))
                .map();
    }
}
