package dev.cxkit.journey.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TimeBetween;
import dev.cxkit.journey.flow.DirectlyFollows;
import dev.cxkit.journey.funnel.Funnel;
import dev.cxkit.journey.map.Group;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.JourneyMaps;
import dev.cxkit.journey.map.Part;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SvgTest {

    private static final List<Journey> JOURNEYS = List.of(
            SampleTouchpoints.journey("c", "ad@0 shop@60 END@120 END@180"),
            SampleTouchpoints.journey("d", "ad@0 shop@30 ad@90 shop@100"),
            SampleTouchpoints.journey("e", "ad@0"));

    private static final DirectlyFollows GRAPH =
            DirectlyFollows.metric(TimeBetween.CALENDAR).over(JOURNEYS);

    @Provide
    Arbitrary<List<String>> labels() {
        return Nasty.labels().list().ofMinSize(2).ofMaxSize(6);
    }

    @Property(tries = 100)
    void anyLabelsGiveWellFormedDrawingsWithoutScript(@ForAll("labels") List<String> labels) {
        harmless(SvgJourneyMap.render(MermaidJourneyTest.map(labels), painful(labels), Map.of()));
        List<Journey> journeys = Nasty.journeys(labels);
        harmless(SvgDirectlyFollows.render(
                labels.get(0), DirectlyFollows.metric(TimeBetween.CALENDAR).over(journeys), 30));
        harmless(SvgFunnel.render(
                labels.get(1), Funnel.of(labels.get(0), labels.get(1)).over(journeys)));
    }

    @Test
    void allNastyLabelsAreDrawnShortWithTheFullTextInATitle() {
        Drawing map =
                harmless(SvgJourneyMap.render(MermaidJourneyTest.map(Nasty.LABELS), painful(Nasty.LABELS), Map.of()));
        assertThat(map.texts("text")).allMatch(text -> text.length() < 400).contains("END", "مرحبا بالعالم");
        assertThat(map.texts("title")).anyMatch(title -> title.startsWith(Nasty.LONG.strip()));
        assertThat(map.texts("text")).anyMatch(text -> text.startsWith("long \"label\"") && text.endsWith("…"));
        Drawing graph = harmless(SvgDirectlyFollows.render(
                Nasty.LONG, DirectlyFollows.metric().over(Nasty.journeys(Nasty.LABELS)), 300));
        assertThat(graph.texts("title")).anyMatch(title -> title.startsWith(Nasty.LONG.strip() + ": "));
        assertThat(graph.texts("desc").get(0)).hasSizeLessThan(2000);
    }

    @Test
    void readersAreToldWhatIsToBeSeen() {
        String text = SvgDirectlyFollows.render(GRAPH);
        Drawing graph = harmless(text);
        String[] ids = graph.attribute("aria-labelledby").split(" ", -1);
        assertThat(graph.all("title").get(0).getAttribute("id")).isEqualTo(ids[0]);
        assertThat(graph.all("desc").get(0).getAttribute("id")).isEqualTo(ids[1]);
        assertThat(graph.texts("desc").get(0))
                .isEqualTo(
                        "3 journeys, 3 activities shown. Most frequent: start to ad 3; ad to shop 3 · 30 s; END to end 1; END to END 1 · 60 s;"
                                + " ad to end 1. 8 edges, all shown.");
        assertThat(SvgDirectlyFollows.render(
                        DirectlyFollows.metric(TimeBetween.CALENDAR).over(JOURNEYS)))
                .isEqualTo(text);
        assertThat(text).contains("prefers-color-scheme:dark");
        assertThat(SvgDirectlyFollows.render("Other", GRAPH, 40)).doesNotContain(ids[0]);
    }

    @Test
    void aStepCalledEndIsNotTheEnd() {
        Drawing graph = new Drawing(SvgDirectlyFollows.render(GRAPH));
        assertThat(graph.texts("text")).contains("start", "end", "END");
        assertThat(graph.texts("title")).contains("END: 2", "end: 3", "END → end: 1", "shop → END: 1 · 60 s");
    }

    @Test
    void lookedFromFarOnlyTheMostFrequentEdgesAreThere() {
        Drawing graph = new Drawing(SvgDirectlyFollows.render("g", GRAPH, 3));
        assertThat(graph.texts("title")).contains("start → ad: 3", "ad → shop: 3 · 30 s", "END → end: 1");
        assertThat(graph.texts("desc").get(0))
                .endsWith(
                        "The 3 most frequent of 8 edges. Not shown: 5 edges with 41.7 % of the transitions, and 0 activities.");
        assertThatThrownBy(() -> SvgDirectlyFollows.render("g", GRAPH, 0))
                .hasMessage("edges 0 to draw is outside 1..500");
    }

    @Test
    void ofAHundredThousandStepsTheMostFrequentEdgesAreDrawn() {
        Map<String, DirectlyFollows.Activity> steps = new LinkedHashMap<>();
        List<DirectlyFollows.Edge> edges = IntStream.range(0, 99_999)
                .mapToObj(i -> new DirectlyFollows.Edge("s" + i, "s" + (i + 1), 1 + i % 1000, 1, null))
                .toList();
        IntStream.range(0, 100_000)
                .forEach(i ->
                        steps.put("s" + i, new DirectlyFollows.Activity(1, 1, i == 0 ? 1 : 0, i == 99_999 ? 1 : 0)));
        Drawing graph = harmless(SvgDirectlyFollows.render("many", new DirectlyFollows(1, steps, edges), 50));
        assertThat(graph.texts("desc").get(0))
                .contains("The 50 most frequent of 100,001 edges. Not shown: 99,951 edges");
        assertThat(graph.all("rect")).hasSizeLessThan(110);
    }

    @Test
    void anEmptyGraphSaysSo() {
        Drawing graph =
                harmless(SvgDirectlyFollows.render(DirectlyFollows.metric().over(List.of())));
        assertThat(graph.texts("desc").get(0)).isEqualTo("0 journeys, 0 activities shown. There is no edge.");
    }

    @Test
    void aFunnelShowsOpenApartFromDropped() {
        Funnel funnel = Funnel.builder("ad", "shop", "END")
                .window(Duration.ofSeconds(100))
                .asOf(SampleTouchpoints.ZERO.plusSeconds(1000))
                .build();
        List<Journey> journeys = List.of(
                SampleTouchpoints.journey("a", "ad@0 shop@60 END@90"),
                SampleTouchpoints.journey("b", "ad@0 shop@60"),
                SampleTouchpoints.journey("c", "ad@0 x@1000"),
                SampleTouchpoints.journey("d", "ad@950"));
        Drawing drawing = harmless(SvgFunnel.render("Sales", funnel.over(journeys)));
        assertThat(drawing.texts("desc").get(0))
                .isEqualTo(
                        "4 entered: 1 converted, 2 dropped off, 1 still open. ad: 4; 1 dropped off here, 1 still open."
                                + " shop: 2, 50 % (15–85) of those that entered, 50 % (15–85) of the step before; 1 dropped off here."
                                + " END: 1, 25 % (4.6–69.9) of those that entered, 50 % (9.5–90.5) of the step before.");
        assertThat(drawing.texts("text")).contains("median 60 s after the step before, 60 s after the first");
        assertThat(drawing.all("rect").stream()
                        .filter(rect -> rect.getAttribute("class").equals("wait")))
                .as("the key, and the part of a bar")
                .hasSize(2);
    }

    @Test
    void aFunnelThatNobodyEnteredHasNoShares() {
        Drawing drawing = harmless(SvgFunnel.render(Funnel.of("x", "y").over(JOURNEYS)));
        assertThat(drawing.texts("text")).contains("0 · of none");
    }

    @Test
    void aDesignedMapHasNoMeasuredLanes() {
        Drawing map = harmless(SvgJourneyMap.render(JourneyMaps.b2b()));
        assertThat(map.texts("text"))
                .contains("Journey map: Buying centre", "word of mouth", "negotiation", "★ order", "one of these 1..*")
                .contains("Loops", "Stages", "Touchpoints", "Channels", "Emotion")
                .doesNotContain("Time", "Journeys", "Drop-off", "Pain points");
        assertThat(map.texts("desc").get(0))
                .startsWith("7 stages with their touchpoints: awareness (3), exploration (3)");
    }

    @Test
    void aMeasuredMapShowsAllThatWasMeasured() {
        JourneyMap map = JourneyMap.builder()
                .stage(Stage.of(
                                "buy",
                                PlannedTouchpoint.builder("order")
                                        .channels(Channel.WEB)
                                        .backStage()
                                        .expectedEmotion(1)
                                        .build(),
                                Group.anyOrder(PlannedTouchpoint.of("pay"), PlannedTouchpoint.of("wait")))
                        .withLimit(Duration.ofDays(3)))
                .stage("later")
                .build();
        MapMeasurement order = MapMeasurement.of(1200)
                .withEmotion(Estimate.wald(-0.5, 0.1, 0.95, 80))
                .withDropOff(Proportion.of(300, 1200))
                .withTime(Duration.ofMinutes(150))
                .withPainPoints(List.of("p1", "p2", "p3", "p4", "p5", "p6"));
        MapMeasurement buy =
                MapMeasurement.of(1300).withTime(Duration.ofDays(4)).withPainPoints(List.of("Slow"));
        Drawing drawing = harmless(
                SvgJourneyMap.render(map, Map.of("order", order, "else", MapMeasurement.NONE), Map.of("buy", buy)));
        assertThat(drawing.texts("text"))
                .contains("1,200", "2.5 h", "25 % (22.6–27.5)", "Slow", "p4", "and 2 more", "any order")
                .contains("at most 3 d", "1,300 journeys · 4 d", "1 measured activity not on the map.")
                .doesNotContain("p5");
        assertThat(drawing.texts("title"))
                .contains("order: expected 1", "order: observed -0.50 (-0.70 to -0.30 at 95 %, n 80)");
        assertThat(drawing.texts("desc").get(0)).contains("Pain points: order: p1.");
    }

    @Test
    void ofAVeryWideMapTheFirstTouchpointsAreDrawn() {
        Part[] parts = IntStream.range(0, 100_000)
                .mapToObj(i -> PlannedTouchpoint.of("step " + i))
                .toArray(Part[]::new);
        Drawing drawing = harmless(SvgJourneyMap.render(JourneyMap.builder()
                .stage("wide", parts)
                .stage("hidden")
                .loop("hidden", "wide", "back")
                .build()));
        assertThat(drawing.texts("text")).contains("The first 200 of 100,000 touchpoints are shown.", "step 199");
        assertThat(drawing.all("*")).hasSizeLessThan(3000);
    }

    @Test
    void whatWasObservedIsChecked() {
        assertThatThrownBy(() -> MapMeasurement.of(-1)).hasMessage("count -1 of journeys is negative");
        assertThatThrownBy(() -> MapMeasurement.NONE.withEmotion(Estimate.wald(2.5, 1, 0.95, 3)))
                .hasMessage("observed emotion 2.5 is outside -2..+2");
        assertThatThrownBy(() -> MapMeasurement.NONE.withTime(Duration.ofSeconds(-1)))
                .hasMessage("time PT-1S is negative");
    }

    private static Map<String, MapMeasurement> painful(List<String> labels) {
        Map<String, MapMeasurement> observed = new LinkedHashMap<>();
        labels.forEach(label -> observed.put(
                label,
                MapMeasurement.of(5).withPainPoints(labels.subList(0, 2)).withEmotion(Estimate.wald(0, 0.5, 0.95, 5))));
        return observed;
    }

    private static Drawing harmless(String svg) {
        Drawing drawing = new Drawing(svg);
        assertThat(drawing.attribute("role")).isEqualTo("img");
        assertThat(drawing.texts("desc").get(0)).isNotBlank();
        assertThat(drawing.names())
                .isSubsetOf(
                        "svg",
                        "xmlns",
                        "class",
                        "width",
                        "height",
                        "viewBox",
                        "role",
                        "aria-labelledby",
                        "id",
                        "title",
                        "desc",
                        "style",
                        "g",
                        "rect",
                        "x",
                        "y",
                        "rx",
                        "text",
                        "text-anchor",
                        "path",
                        "d",
                        "stroke-width",
                        "circle",
                        "cx",
                        "cy",
                        "r");
        assertThat(svg).doesNotContain("url(", "@import", "NaN", "Infinity", "\u202E");
        return drawing;
    }
}
