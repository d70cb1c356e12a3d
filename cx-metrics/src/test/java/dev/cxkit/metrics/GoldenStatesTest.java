package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.survey.Nps;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * States that hosts have kept: version 2 of the format, written once by {@code HexFormat.of().formatHex(accumulator.toBytes())} and never
 * again. If one of them cannot be read any more or is written in another way, hosts lose their states, so that is a new version.
 */
class GoldenStatesTest {

    private static final List<Long> NUMBERS =
            IntStream.range(0, 200).mapToObj(i -> (long) i * i).toList();

    static List<Arguments> states() {
        Metric<Long, Long> count = Metric.count();
        Metric<Long, Nps> nps = Nps.metric().on((Long number) -> new Answer.Rated(Scale.NPS, (int) (number % 11)));
        Cadence daily = Cadence.daily(ZoneOffset.UTC);
        return List.of(
                Arguments.of("count", count, NUMBERS),
                Arguments.of("nps", nps, NUMBERS),
                Arguments.of("moments", Moments.metricOfLongs(), NUMBERS),
                Arguments.of(
                        "moments-of-doubles",
                        Moments.metric(),
                        NUMBERS.stream().map(number -> number / -3.0).toList()),
                Arguments.of("distribution", ValueDistribution.metric(), NUMBERS),
                Arguments.of("few-values", ValueDistribution.metric(), NUMBERS.subList(0, 7)),
                Arguments.of("segments", nps.by(number -> "größe " + number % 3), NUMBERS),
                Arguments.of("days", count.per(daily, number -> Instant.ofEpochSecond(number * 100)), NUMBERS),
                Arguments.of("all", Metric.all(Map.of("b", count, "a", count.where(number -> number > 9))), NUMBERS),
                Arguments.of(
                        "survival",
                        KaplanMeier.metric(),
                        List.of(
                                new SurvivalTime(5, true),
                                new SurvivalTime(5, false),
                                new SurvivalTime(7.5, true).withDelayedEntry(2).withFrequency(3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    <T, R> void whatWasKeptIsReadAndWrittenAsItIs(String name, Metric<T, R> metric, List<T> observations)
            throws IOException {
        byte[] kept = HexFormat.of().parseHex(read(name));
        Accumulator<T, R> accumulator = metric.start();
        accumulator.addAll(observations);
        assertThat(HexFormat.of().formatHex(accumulator.toBytes()))
                .as("written")
                .isEqualTo(HexFormat.of().formatHex(kept));
        assertThat(metric.resume(kept).result()).as("read").isEqualTo(accumulator.result());
    }

    private static String read(String name) throws IOException {
        try (InputStream in = GoldenStatesTest.class.getResourceAsStream("/states/" + name + ".hex")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
