package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.map.Cardinality;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.Loop;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.journey.map.Visibility;
import dev.cxkit.journey.render.Columns.Bracket;
import dev.cxkit.journey.render.Columns.Column;
import dev.cxkit.journey.render.Columns.Span;
import dev.cxkit.metrics.stats.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journey map as SVG, with lanes for the ways back, stages, touchpoints, channels, emotion (expected dashed, observed solid with its
 * interval), time, journeys, drop-off and pain points. Lanes of which nothing is known are left out. Back-stage touchpoints have a dashed
 * border, moments of truth a broad one and a star.
 */
public final class SvgJourneyMap {

    private static final double COLUMN = 140;
    private static final double LANE = 104;
    private static final double MARGIN = 16;
    private static final double LINE = 15;
    private static final double SMALL = 11;
    private static final double ROOM = (COLUMN - 16) / SMALL;
    private static final double BOLD = 14.5;
    private static final double HEAD = 19;
    private static final double LOOP = 24;
    private static final double CURVE = 116;
    private static final int FEW = 4;

    private final JourneyMap map;
    private final Map<String, Observed> steps;
    private final Map<String, Observed> stages;
    private final Columns columns;
    private final double width;
    private final Svg svg = new Svg();

    /** How far down the drawing has come. */
    private double y = MARGIN;

    private SvgJourneyMap(JourneyMap map, Map<String, Observed> steps, Map<String, Observed> stages) {
        this.map = requireNonNull(map, "map");
        this.steps = requireNonNull(steps, "steps");
        this.stages = requireNonNull(stages, "stages");
        columns = new Columns(map);
        width = Math.max(420, LANE + columns.size() * COLUMN) + 2 * MARGIN;
    }

    /** Returns the drawing of the map as it is designed. */
    public static String draw(JourneyMap map) {
        return draw(map, Map.of(), Map.of());
    }

    /**
     * Returns the drawing of the map with what was measured. Of more than 200 touchpoints the first 200 are drawn; it says so.
     *
     * @param steps what was measured at each step, by its label; steps that are not on the map are counted in a note
     * @param stages what was measured in each stage, by its name; the drawing has no place for its emotion
     */
    public static String draw(JourneyMap map, Map<String, Observed> steps, Map<String, Observed> stages) {
        return new SvgJourneyMap(map, steps, stages).drawing();
    }

    private String drawing() {
        String title = title();
        double room = width - 2 * MARGIN;
        y += 12;
        svg.text(MARGIN, y, "head", Label.lines(title, room / HEAD, 1).get(0));
        heading("Scenario", map.scenario(), room);
        heading("Goal", map.goal(), room);
        y += 10;
        loops();
        stages();
        touchpoints();
        channels();
        emotions();
        lane("Time", this::time);
        lane("Journeys", this::journeys);
        lane("Drop-off", this::dropOff);
        pains();
        String note = Stream.of(columns.note(), strangers())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!note.isEmpty()) {
            y += 8;
            note(note, room);
        }
        return svg.finish(width, y + MARGIN, title, describe() + (note.isEmpty() ? "" : " " + note));
    }

    private String title() {
        String persona = map.persona();
        return persona == null ? "Journey map" : "Journey map: " + Label.clean(persona);
    }

    private void heading(String name, @Nullable String text, double room) {
        if (text != null) {
            y += 19;
            svg.open("g").title(Label.clean(text));
            svg.text(
                    MARGIN,
                    y,
                    "soft",
                    Label.lines(name + ": " + text, room / 14, 1).get(0));
            svg.close("g");
        }
    }

    private void note(String note, double room) {
        for (String line : Label.lines(note, room / SMALL, 3)) {
            y += LINE;
            svg.text(MARGIN, y, "small soft", line);
        }
    }

    private double left(int column) {
        return MARGIN + LANE + column * COLUMN;
    }

    /** Begins a lane: a line across, and its name in the margin. */
    private void begin(String name) {
        y += 8;
        svg.leaf(
                "path",
                "class",
                "rule",
                "d",
                "M" + Wording.number(MARGIN, 1) + " " + Wording.number(y, 1) + "H" + Wording.number(width - MARGIN, 1));
        List<String> lines = Label.lines(name, (LANE - 8) / SMALL, 3);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(MARGIN, y + 20 + i * 14, "small strong", lines.get(i));
        }
        y += 8;
    }

    private void loops() {
        List<Loop> drawn = map.loops().stream()
                .filter(loop -> columns.of(loop.from()) != null && columns.of(loop.to()) != null)
                .limit(20)
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        begin("Ways back");
        double floor = y + 6 + drawn.size() * LOOP;
        for (int i = 0; i < drawn.size(); i++) {
            Loop loop = drawn.get(i);
            // Each at its own height, and beside the others where they share a stage.
            double shift = 10.0 * (i % 5);
            double from = left(requireNonNull(columns.of(loop.from())).end()) - 24 - shift;
            double to = left(requireNonNull(columns.of(loop.to())).first()) + 20 + shift;
            double height = y + 10 + i * LOOP;
            String d = "M" + Wording.number(from, 1) + " " + Wording.number(floor, 1) + "V" + Wording.number(height, 1)
                    + "H" + Wording.number(to, 1) + "V" + Wording.number(floor - 7, 1);
            svg.titled(Label.clean(loop.toString()), "path", "class", "return", "stroke-width", 2, "d", d);
            svg.leaf(
                    "path",
                    "class",
                    "wait",
                    "d",
                    "M" + Wording.number(to, 1) + " " + Wording.number(floor, 1) + "l-5 -9h10Z");
            double wide = Math.max(70, Math.abs(from - to) - 20);
            svg.middle(
                    (from + to) / 2,
                    height + 4,
                    "small halo",
                    Label.lines(loop.name(), wide / SMALL, 1).get(0));
        }
        y = floor - 8;
    }

    private void stages() {
        begin("Stages");
        double tallest = 0;
        for (Stage stage : map.stages()) {
            Span span = columns.of(stage.name());
            if (span != null) {
                tallest = Math.max(tallest, stage(stage, span));
            }
        }
        y += tallest;
    }

    private double stage(Stage stage, Span span) {
        double x = left(span.first());
        double wide = (span.end() - span.first()) * COLUMN - 8;
        List<String> names = Label.lines(stage.name(), (wide - 16) / BOLD, 2);
        List<String> words = new ArrayList<>();
        String goal = stage.goal();
        if (goal != null) {
            words.addAll(Label.lines(goal, (wide - 16) / SMALL, 3));
        }
        Observed seen = stages.getOrDefault(stage.name(), Observed.NOTHING);
        Stream.of(limit(stage), figures(seen))
                .filter(text -> !text.isEmpty())
                .forEach(text -> words.addAll(Label.lines(text, (wide - 16) / SMALL, 4)));
        double height = 78;
        int lines = names.size() + words.size();
        height = Math.max(height, 14 + LINE * lines);
        svg.open("g").title(Label.clean(stage.name() + (goal == null ? "" : ": " + goal)));
        svg.leaf("rect", "class", "mild", "x", x, "y", y, "width", wide, "height", height, "rx", 5);
        double line = y + 4;
        for (String name : names) {
            line += LINE;
            svg.text(x + 8, line, "strong", name);
        }
        for (String word : words) {
            line += LINE;
            svg.text(x + 8, line, "small", word);
        }
        svg.close("g");
        return height;
    }

    private static String limit(Stage stage) {
        Duration limit = stage.limit();
        return limit == null ? "" : "at most " + Wording.time(seconds(limit));
    }

    private static String figures(Observed seen) {
        return Stream.of(
                        seen.journeys() == null ? "" : Wording.count(seen.journeys(), "journey"),
                        seen.time() == null ? "" : Wording.time(seconds(seen.time())),
                        seen.dropOff() == null ? "" : Wording.percent(seen.dropOff()) + " drop out")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private void touchpoints() {
        begin("Touchpoints");
        double height = 64;
        for (int i = 0; i < columns.size(); i++) {
            PlannedTouchpoint touchpoint = columns.all().get(i).touchpoint();
            if (touchpoint != null) {
                touchpoint(i, touchpoint, height);
            }
        }
        y += height;
        if (!columns.brackets().isEmpty()) {
            columns.brackets().forEach(this::bracket);
            y += 26;
        }
    }

    private void touchpoint(int column, PlannedTouchpoint touchpoint, double height) {
        double x = left(column);
        String kind = "box" + (touchpoint.visibility() == Visibility.BACK_STAGE ? " back" : "")
                + (touchpoint.momentOfTruth() ? " moment" : "");
        svg.open("g").title(words(touchpoint));
        svg.leaf("rect", "class", kind, "x", x, "y", y, "width", COLUMN - 8, "height", height, "rx", 5);
        String star = touchpoint.momentOfTruth() ? "★ " : "";
        List<String> lines = Label.lines(star + Label.clean(touchpoint.step(), 120), (COLUMN - 22) / 13, 2);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x + 8, y + 19 + i * 16, "", lines.get(i));
        }
        String often = touchpoint.occurs().equals(Cardinality.ONE)
                ? ""
                : touchpoint.occurs().toString();
        Integer importance = touchpoint.importance();
        String weight = importance == null ? "" : "●".repeat(importance) + "○".repeat(5 - importance);
        svg.text(x + 8, y + height - 9, "small soft", weight);
        svg.end(x + COLUMN - 16, y + height - 9, "small soft", often);
        svg.close("g");
    }

    private static String words(PlannedTouchpoint touchpoint) {
        return Stream.of(
                        Label.clean(touchpoint.step()),
                        "occurs " + touchpoint.occurs(),
                        touchpoint.visibility().toString(),
                        touchpoint.momentOfTruth() ? "moment of truth" : "",
                        touchpoint.importance() == null ? "" : "importance " + touchpoint.importance() + " of 5",
                        named("goal", touchpoint.goal()),
                        named("expected", touchpoint.expectedBehaviour()),
                        named("watched by", touchpoint.kpi()),
                        named("owner", Objects.toString(touchpoint.owner(), null)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String named(String name, @Nullable String text) {
        return text == null ? "" : name + " " + Label.clean(text, 300);
    }

    private void bracket(Bracket bracket) {
        double x = left(bracket.span().first()) + 2;
        double end = left(bracket.span().end()) - 10;
        svg.leaf(
                "path",
                "class",
                "mark",
                "d",
                "M" + Wording.number(x, 1) + " " + Wording.number(y + 4, 1) + "v5H" + Wording.number(end, 1) + "v-5");
        String often = bracket.group().occurs().equals(Cardinality.ONE)
                ? ""
                : " " + bracket.group().occurs();
        String order = switch (bracket.group().order()) {
            case SEQUENCE -> "in sequence";
            case CHOICE -> "one of these";
            case ANY_ORDER -> "any order";
        };
        svg.middle((x + end) / 2, y + 23, "small soft", order + often);
    }

    private void channels() {
        if (columns.all().stream()
                .allMatch(column -> column.touchpoint() == null
                        || column.touchpoint().channels().isEmpty())) {
            return;
        }
        begin("Channels");
        double most = 0;
        for (int i = 0; i < columns.size(); i++) {
            PlannedTouchpoint touchpoint = columns.all().get(i).touchpoint();
            if (touchpoint != null) {
                most = Math.max(most, channels(left(i), touchpoint.channels()));
            }
        }
        y += most;
    }

    private double channels(double x, List<Channel> channels) {
        if (channels.isEmpty()) {
            svg.text(x + 8, y + 13, "small soft", "any");
            return 20;
        }
        String text = channels.stream().map(Channel::name).collect(Collectors.joining(", "));
        return lines(x, "small", text, FEW);
    }

    /** Writes a text in a column and returns how high it is. */
    private double lines(double x, String classes, String text, int most) {
        List<String> lines = Label.lines(text, ROOM, most);
        svg.open("g").title(Label.clean(text));
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x + 8, y + 13 + i * LINE, classes, lines.get(i));
        }
        svg.close("g");
        return 5 + lines.size() * LINE;
    }

    private Observed at(Column column) {
        PlannedTouchpoint touchpoint = column.touchpoint();
        return touchpoint == null ? Observed.NOTHING : steps.getOrDefault(touchpoint.step(), Observed.NOTHING);
    }

    private void emotions() {
        List<double[]> expected = new ArrayList<>();
        List<double[]> observed = new ArrayList<>();
        double top = y + 24;
        for (int i = 0; i < columns.size(); i++) {
            double x = left(i) + COLUMN / 2 - 4;
            PlannedTouchpoint touchpoint = columns.all().get(i).touchpoint();
            Double meant = touchpoint == null ? null : touchpoint.expectedEmotion();
            if (meant != null) {
                expected.add(new double[] {x, level(top, meant)});
            }
            Estimate seen = at(columns.all().get(i)).emotion();
            if (seen != null) {
                observed.add(new double[] {x, level(top, seen.value())});
            }
        }
        if (expected.isEmpty() && observed.isEmpty()) {
            return;
        }
        begin("Emotion");
        for (int mark = -2; mark <= 2; mark++) {
            double at = level(top, mark);
            svg.leaf(
                    "path",
                    "class",
                    "rule",
                    "d",
                    "M" + Wording.number(MARGIN + LANE - 4, 1) + " " + Wording.number(at, 1) + "H"
                            + Wording.number(width - MARGIN - 8, 1));
            svg.text(MARGIN + LANE - 28, at + 4, "small soft", mark > 0 ? "+" + mark : mark < 0 ? "−" + -mark : "0");
        }
        curve("meant", "emotion as expected", expected);
        curve("seen", "emotion as observed", observed);
        for (int i = 0; i < columns.size(); i++) {
            points(i, top);
        }
        y = top + CURVE + 6;
        if (!observed.isEmpty()) {
            y += LINE;
            svg.text(left(0), y, "small soft", "dashed: expected · solid: observed, with interval");
            y += 2;
        }
    }

    private static double level(double top, double emotion) {
        return top + CURVE * (2 - Math.max(-2, Math.min(2, emotion))) / 4;
    }

    private void curve(String kind, String title, List<double[]> points) {
        if (points.size() < 2) {
            return;
        }
        StringBuilder d = new StringBuilder();
        double before = 0;
        for (double[] point : points) {
            String at = Wording.number(point[0], 1) + " " + Wording.number(point[1], 1);
            if (d.isEmpty()) {
                d.append('M').append(at);
            } else {
                // Handles to the side, so that the curve goes no higher or lower than its points.
                double reach = (point[0] - before) / 2;
                d.append("S").append(Wording.number(point[0] - reach, 1)).append(' ');
                d.append(Wording.number(point[1], 1)).append(' ').append(at);
            }
            before = point[0];
        }
        svg.titled(title, "path", "class", kind, "d", d);
    }

    private void points(int i, double top) {
        Column column = columns.all().get(i);
        double x = left(i) + COLUMN / 2 - 4;
        PlannedTouchpoint touchpoint = column.touchpoint();
        Double meant = touchpoint == null ? null : touchpoint.expectedEmotion();
        if (touchpoint != null && meant != null) {
            String text = Label.clean(touchpoint.step(), 80) + ": expected " + Wording.number(meant, 2);
            svg.titled(text, "circle", "class", "dot", "cx", x, "cy", level(top, meant), "r", 4);
        }
        Estimate seen = at(column).emotion();
        if (touchpoint != null && seen != null) {
            double low = level(top, seen.low());
            svg.leaf(
                    "path",
                    "class",
                    "mark",
                    "d",
                    "M" + Wording.number(x - 4, 1) + " " + Wording.number(low, 1) + "h8m-4 0V"
                            + Wording.number(level(top, seen.high()), 1) + "m-4 0h8");
            String text = Label.clean(touchpoint.step(), 80) + ": observed " + seen.text(2);
            svg.titled(text, "circle", "class", "main", "cx", x, "cy", level(top, seen.value()), "r", 4.5);
        }
    }

    /** What a lane has to say about the column; empty if nothing. */
    private interface Words {
        String of(Observed seen);
    }

    private void lane(String name, Words words) {
        List<String> texts =
                columns.all().stream().map(column -> words.of(at(column))).toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        begin(name);
        double most = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                most = Math.max(most, lines(left(i), "small", texts.get(i), 2));
            }
        }
        y += most;
        if (name.equals("Drop-off")) {
            bars();
        }
    }

    private String time(Observed seen) {
        Duration time = seen.time();
        return time == null ? "" : Wording.time(seconds(time));
    }

    private String journeys(Observed seen) {
        Long journeys = seen.journeys();
        return journeys == null ? "" : Wording.count(journeys);
    }

    private String dropOff(Observed seen) {
        return seen.dropOff() == null ? "" : Wording.percent(seen.dropOff());
    }

    private void bars() {
        for (int i = 0; i < columns.size(); i++) {
            var dropOff = at(columns.all().get(i)).dropOff();
            if (dropOff != null && dropOff.share().isPresent()) {
                double x = left(i) + 8;
                double wide = COLUMN - 24;
                svg.leaf("rect", "class", "faint", "x", x, "y", y, "width", wide, "height", 8, "rx", 2);
                double part = wide * dropOff.share().getAsDouble();
                svg.leaf("rect", "class", "bad", "x", x, "y", y, "width", part, "height", 8, "rx", 2);
            }
        }
        y += 12;
    }

    private void pains() {
        boolean ofStages = map.stages().stream()
                .anyMatch(stage -> columns.of(stage.name()) != null
                        && !stages.getOrDefault(stage.name(), Observed.NOTHING)
                                .pains()
                                .isEmpty());
        boolean ofSteps =
                columns.all().stream().anyMatch(column -> !at(column).pains().isEmpty());
        if (!ofStages && !ofSteps) {
            return;
        }
        begin("Pain points");
        double most = 0;
        for (Stage stage : map.stages()) {
            Span span = columns.of(stage.name());
            if (span != null) {
                double wide = (span.end() - span.first()) * COLUMN;
                List<String> pains =
                        stages.getOrDefault(stage.name(), Observed.NOTHING).pains();
                most = Math.max(most, pains(left(span.first()), wide, pains));
            }
        }
        y += most;
        most = 0;
        for (int i = 0; i < columns.size(); i++) {
            most = Math.max(
                    most, pains(left(i), COLUMN, at(columns.all().get(i)).pains()));
        }
        y += most;
    }

    private double pains(double x, double wide, List<String> pains) {
        double height = 0;
        for (String pain : pains.subList(0, Math.min(FEW, pains.size()))) {
            svg.open("g").title(Label.clean(pain));
            List<String> lines = Label.lines(pain, (wide - 26) / SMALL, 4);
            svg.leaf(
                    "path",
                    "class",
                    "bad",
                    "d",
                    "M" + Wording.number(x + 2, 1) + " " + Wording.number(y + height + 13, 1) + "l5 -9 5 9Z");
            for (String line : lines) {
                height += LINE;
                svg.text(x + 16, y + height - 2, "small badtext", line);
            }
            height += 3;
            svg.close("g");
        }
        if (pains.size() > FEW) {
            height += LINE;
            svg.text(x + 16, y + height - 2, "small soft", "and " + Wording.count(pains.size() - FEW) + " more");
        }
        return height;
    }

    private String strangers() {
        List<String> known =
                map.touchpoints().stream().map(PlannedTouchpoint::step).toList();
        var strange = new java.util.HashSet<>(steps.keySet());
        known.forEach(strange::remove);
        return strange.isEmpty() ? "" : Wording.count(strange.size(), "measured step") + " not on the map.";
    }

    private String describe() {
        String names = map.stages().stream()
                .limit(20)
                .map(stage -> Label.clean(stage.name(), 60) + " ("
                        + stage.touchpoints().size() + ")")
                .collect(Collectors.joining(", "));
        String pains = columns.all().stream()
                .filter(column ->
                        column.touchpoint() != null && !at(column).pains().isEmpty())
                .limit(10)
                .map(column -> Label.clean(requireNonNull(column.touchpoint()).step(), 60) + ": "
                        + Label.clean(at(column).pains().get(0), 200))
                .collect(Collectors.joining("; "));
        return Wording.count(map.stages().size(), "stage") + " with their touchpoints: " + names + "."
                + (pains.isEmpty() ? "" : " Pain points: " + pains + ".");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
