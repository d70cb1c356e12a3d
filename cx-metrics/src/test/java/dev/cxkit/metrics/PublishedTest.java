package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.kit.ResultLaws;
import dev.cxkit.metrics.survey.Nps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** An answer with its definition and the checksum of its state. */
class PublishedTest {

    private static final Metric<Integer, Nps> SCORE = Nps.metric().on(Scale.NPS::rate);

    private static Accumulator<Integer, Nps> answers() {
        Accumulator<Integer, Nps> answers = SCORE.start();
        answers.addAll(List.of(10, 9, 8, 3));
        return answers;
    }

    /** The CRC-32 of the bytes before the last four, worked out here. */
    @Test
    void itNamesTheQuestionTheAnswerAndTheChecksumOfTheState() {
        byte[] state = answers().toBytes();
        CRC32 crc = new CRC32();
        crc.update(state, 0, state.length - 4);
        Published<Nps> published = answers().published();
        assertThat(published.checksum()).isEqualTo("%08x".formatted(crc.getValue()));
        assertThat(published.definition()).isEqualTo(SCORE.definition());
        assertThat(published.result()).isEqualTo(answers().result());
        assertThat(published.document())
                .containsExactly(
                        Map.entry("definition", SCORE.definition()),
                        Map.entry("result", answers().result().document()),
                        Map.entry("checksum", published.checksum()));
        ResultLaws.hold(published);
    }

    @Test
    void whoHasTheBytesAsksAgainAndOneFlippedBitIsRefused() {
        byte[] state = answers().toBytes();
        assertThat(SCORE.resume(state).published()).isEqualTo(answers().published());
        for (int bit = 0; bit < 8 * state.length; bit++) {
            byte[] flipped = state.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> SCORE.resume(flipped)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLiveMetricPublishesWhatWasRecorded() {
        LiveMetric<Integer, Nps> live = LiveMetric.of(SCORE);
        List.of(3, 8, 9, 10).forEach(live::record);
        assertThat(live.published()).isEqualTo(answers().published());
    }

    @Test
    void anAnswerThatThereIsNotIsAbsent() {
        Metric<String, Optional<String>> first =
                Metric.<String>count().then(n -> n == 0 ? Optional.empty() : Optional.of("some"));
        assertThat(first.start().published().document()).containsOnlyKeys("definition", "checksum");
    }
}
