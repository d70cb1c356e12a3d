package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Labels, tables and charts. */
class TextsTest {

    private static final Cadence DAYS = Cadence.daily(ZoneOffset.UTC);

    @Provide
    Arbitrary<String> labels() {
        return Nasty.labels();
    }

    @Test
    void aLabelIsOneLineOfCharactersThatXmlKnows() {
        assertThat(SvgText.clean("  a\r\n\tb\u2028c ")).isEqualTo("a b c");
        assertThat(SvgText.clean("\u202Eabc\u202C")).isEqualTo("abc");
        assertThat(SvgText.clean("x\uD800y\uFFFEz")).isEqualTo("x\uFFFDy\uFFFDz");
        assertThat(SvgText.clean("\u200B\n")).isEqualTo("(blank)");
    }

    @Test
    void aLongLabelEndsWithAnEllipsis() {
        assertThat(SvgText.clean("abcdef", 6)).isEqualTo("abcdef");
        assertThat(SvgText.clean("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(SvgText.clean("abcd efg", 6)).isEqualTo("abcd…");
        assertThat(SvgText.clean("🚀🚀🚀", 2)).isEqualTo("🚀…");
    }

    @Test
    void linesBreakAtSpacesAndHyphensAndElseAnywhere() {
        assertThat(SvgText.lines("product-view page", 6, 3)).containsExactly("product-", "view page");
        assertThat(SvgText.lines("aaaaaaaaaaaa", 3, 9)).containsExactly("aaaa", "aaaa", "aaaa");
        assertThat(SvgText.lines("one two three four", 3, 2)).containsExactly("one", "two…");
    }

    @Property(tries = 300)
    void linesKeepToTheirWidthAndNumber(@ForAll("labels") String label) {
        assertThat(SvgText.lines(label, 9, 3)).hasSizeBetween(1, 3).allMatch(line -> SvgText.width(line) <= 9.5);
    }

    @Test
    void timesAreGivenInTheUnitThatSuitsThem() {
        assertThat(List.of(0.0, 0.04, 119.0, 120.0, 7200.0, 172_800.0, 1e8))
                .extracting(Wording::time)
                .containsExactly("0 s", "0 s", "119 s", "2 min", "2 h", "2 d", "1157.4 d");
    }

    @Test
    void aChartHasARowForEachPeriodAndAGapWhereNothingIsKnown() throws IOException {
        int first = DAYS.index(SampleTouchpoints.ZERO.getEpochSecond());
        Series<Proportion> series =
                Series.of(DAYS, first, first + 2, i -> i == first + 1 ? Proportion.of(0, 0) : Proportion.of(1, 2));
        String text = VegaLite.render("NPS \"in\" <b>\n100 %s\\ \uD83D", series, Proportion::estimate);
        JsonNode chart = new ObjectMapper().readTree(text);
        assertThat(chart.get("$schema").asText()).isEqualTo("https://vega.github.io/schema/vega-lite/v5.json");
        assertThat(chart.get("title").asText()).startsWith("NPS \"in\" <b>\n100 %s\\ ");
        assertThat(text).doesNotContain("<");
        JsonNode rows = chart.get("data").get("values");
        Estimate half = Proportion.of(1, 2).estimate().orElseThrow();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("from").asText()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(rows.get(0).get("low").asDouble())
                .isEqualTo(half.interval().orElseThrow().low());
        assertThat(rows.get(0).get("n").asDouble()).isEqualTo(2);
        assertThat(rows.get(1).get("value").isNull()).isTrue();
        assertThat(rows.get(2).get("finished").asBoolean()).isFalse();
    }

    @Property(tries = 200)
    void anyTitleComesBackFromTheJson(@ForAll("labels") String title) throws IOException {
        String text = VegaLite.render(title, new Series<>(List.of()), (Proportion it) -> Optional.empty());
        assertThat(new ObjectMapper().readTree(text).get("title").asText()).isEqualTo(title);
    }

    @Test
    void aGraphAndAFunnelBecomeTables() {
        var journeys = List.of(SampleTouchpoints.journey("c", "a|b@0 END@60"), SampleTouchpoints.journey("d", "a|b@0"));
        assertThat(MarkdownTable.render(
                        DirectlyFollows.metric(TimeBetween.CALENDAR).over(journeys), 3))
                .isEqualTo("""
                | from | to | count | median time |
                |---|---|---:|---:|
                | *start* | a\\|b | 2 |  |
                | END | *end* | 1 |  |
                | a\\|b | *end* | 1 |  |

                The 3 most frequent of 4 edges. Not shown: 1 edge with 20 % of the transitions, and 0 activities.
                """);
        assertThat(MarkdownTable.render(Funnel.of("a|b", "END").over(journeys))).isEqualTo("""
                | step | reached | of entered | of the step before | median time |
                |---|---:|---:|---:|---:|
                | a\\|b | 2 |  |  |  |
                | END | 1 | 50 % (9.5–90.5) | 50 % (9.5–90.5) | 60 s |

                1 converted, 0 dropped off, 1 still open.
                """);
    }
}
