package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.flow.Variants;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MermaidGraphsTest {

    private static final Pattern LINE =
            Pattern.compile("  n\\d+(\\(\\[\"[^\"]+\"]\\)|\\[\"[^\"<>`%{}|;]*(#\\d+;[^\"<>`%{}|;]*)*\"]"
                    + "| -->\\|\"[^\"]+\"\\| n\\d+)|  acc(Title|Descr): [^#;]*");

    @Test
    void aGraphBecomesAFlowchart() {
        DirectlyFollows graph = DirectlyFollows.metric(TimeBetween.CALENDAR)
                .over(List.of(
                        SampleTouchpoints.journey("c", "END@0 B@60 B@90"),
                        SampleTouchpoints.journey("d", "END@0 B@120")));
        assertThat(MermaidDirectlyFollows.render(graph)).isEqualTo("""
                flowchart TB
                  accTitle: Directly-follows graph
                  accDescr: 4 edges, all shown.
                  n0(["start"])
                  n1(["end"])
                  n2["B (3)"]
                  n3["END (2)"]
                  n0 -->|"2"| n3
                  n2 -->|"2"| n1
                  n3 -->|"2 · 90 s"| n2
                  n2 -->|"1 · 30 s"| n2
                """);
    }

    @Test
    void nastyLabelsStayOnTheirLinesAndInTheirQuotes() {
        String text = MermaidDirectlyFollows.render(DirectlyFollows.metric().over(Nasty.journeys(Nasty.LABELS)), 200);
        assertThat(text.lines().skip(1)).allMatch(line -> LINE.matcher(line).matches());
        assertThat(text).hasSizeLessThan(50_000);
    }

    @Test
    void variantsBecomeASankeyDiagramInWhichNothingLeadsBack() {
        Variants variants = Variants.metric(2)
                .over(List.of(
                        SampleTouchpoints.journey("c", "a@0 b@1 a@2"),
                        SampleTouchpoints.journey("d", "a@0 b@1 a@2"),
                        SampleTouchpoints.journey("e", "a@0"),
                        SampleTouchpoints.journey("f", "b@0")));
        assertThat(MermaidSankey.render(variants, 3)).isEqualTo("""
                sankey-beta
                %% not shown: 1 journeys of variants that are not listed
                "1. a","2. b",2
                "2. b","3. a",2
                "1. a","(end) 2",1
                """);
    }

    @Test
    void theNodesOfASankeyDiagramAreAsciiAndDistinct() {
        String text = MermaidSankey.render(Variants.metric(9).over(Nasty.journeys(Nasty.LABELS)), 20);
        assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        assertThat(text).hasSizeLessThan(50_000);
        assertThat(MermaidText.quoted("Оп & 1")).isEqualTo("\"<x>&#1054&#1087 &#65286 &#49\"");
        String twins = MermaidSankey.render(Variants.metric(9).over(Nasty.journeys(List.of("a  b", "a b", "a\nb"))), 3);
        assertThat(twins).contains("\"2. a b\"", "\"2. a b (2)\"");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        Variants none = Variants.metric(5).over(List.of());
        assertThatThrownBy(() -> MermaidSankey.render(none, 5)).hasMessage("there is no variant to show");
        assertThatThrownBy(() -> MermaidSankey.render(none, 1)).hasMessage("places 1 to show is outside 2..20");
        DirectlyFollows nothing = DirectlyFollows.metric().over(List.of());
        assertThatThrownBy(() -> MermaidDirectlyFollows.render(nothing, 501))
                .hasMessage("edges 501 to draw is outside 1..500");
        assertThat(MermaidDirectlyFollows.render(nothing)).contains("accDescr: There is no edge.");
    }
}
