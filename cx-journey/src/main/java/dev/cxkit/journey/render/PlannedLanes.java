package dev.cxkit.journey.render;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.journey.map.Cardinality;
import dev.cxkit.journey.map.Loop;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.journey.map.Stage;
import dev.cxkit.journey.map.Visibility;
import dev.cxkit.journey.render.MapColumns.Bracket;
import dev.cxkit.journey.render.MapColumns.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lanes of what was designed: loops, stages, touchpoints, channels. */
final class PlannedLanes {

    private static final double BOLD = 14.5;
    private static final double LOOP = 24;
    private static final int FEW = 4;

    private final MapSheet sheet;

    PlannedLanes(MapSheet sheet) {
        this.sheet = sheet;
    }

    void draw() {
        loops();
        stages();
        touchpoints();
        channels();
    }

    private int reach(Loop loop) {
        return requireNonNull(sheet.columns.of(loop.from())).end()
                - requireNonNull(sheet.columns.of(loop.to())).first();
    }

    private void loops() {
        List<Loop> drawn = sheet.map.loops().stream()
                .filter(loop -> sheet.columns.of(loop.from()) != null && sheet.columns.of(loop.to()) != null)
                // The widest on top, so that a narrow one inside it is not crossed.
                .sorted(Comparator.comparingInt(this::reach).reversed())
                .limit(20)
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        sheet.begin("Loops");
        double floor = sheet.y + 6 + drawn.size() * LOOP;
        for (int i = 0; i < drawn.size(); i++) {
            Loop loop = drawn.get(i);
            // Each at its own height, and beside the others where they share a stage.
            double shift = 10.0 * (i % 5);
            double from =
                    sheet.left(requireNonNull(sheet.columns.of(loop.from())).end()) - 24 - shift;
            double to = sheet.left(requireNonNull(sheet.columns.of(loop.to())).first()) + 20 + shift;
            double height = sheet.y + 10 + i * LOOP;
            String d = Svg.commands("M", from, " ", floor, "V", height, "H", to, "V", floor - 7);
            sheet.svg.titled(SvgText.clean(loop.toString()), "path", "class", "return", "stroke-width", 2, "d", d);
            sheet.svg.path("wait", "M", to, " ", floor, "l-5 -9h10Z");
            double wide = Math.max(70, Math.abs(from - to) - 20);
            sheet.svg.middle(
                    (from + to) / 2, height + 4, "small halo", SvgText.line(loop.name(), wide / MapSheet.SMALL));
        }
        sheet.y = floor - 8;
    }

    private void stages() {
        sheet.begin("Stages");
        sheet.eachStage(this::stage);
    }

    private double stage(Stage stage, Span span) {
        double x = sheet.left(span.first());
        double wide = (span.end() - span.first()) * MapSheet.COLUMN - 8;
        List<String> names = SvgText.lines(stage.name(), (wide - 16) / BOLD, 2);
        List<String> words = new ArrayList<>();
        String goal = stage.goal();
        if (goal != null) {
            words.addAll(SvgText.lines(goal, (wide - 16) / MapSheet.SMALL, 3));
        }
        MapMeasurement seen = sheet.at(stage);
        Stream.of(limit(stage), figures(seen))
                .filter(text -> !text.isEmpty())
                .forEach(text -> words.addAll(SvgText.lines(text, (wide - 16) / MapSheet.SMALL, 4)));
        double height = 78;
        int lines = names.size() + words.size();
        height = Math.max(height, 14 + MapSheet.LINE * lines);
        sheet.svg.group(SvgText.clean(stage.name() + (goal == null ? "" : ": " + goal)));
        sheet.svg.rect("mild", x, sheet.y, wide, height, 5);
        double line = sheet.y + 4;
        for (String name : names) {
            line += MapSheet.LINE;
            sheet.svg.text(x + 8, line, "strong", name);
        }
        for (String word : words) {
            line += MapSheet.LINE;
            sheet.svg.text(x + 8, line, "small", word);
        }
        sheet.svg.close();
        return height;
    }

    private static String limit(Stage stage) {
        Duration limit = stage.limit();
        return limit == null ? "" : "at most " + Wording.time(MapSheet.seconds(limit));
    }

    private static String figures(MapMeasurement seen) {
        return Stream.of(
                        seen.journeys() == null ? "" : Wording.count(seen.journeys(), "journey"),
                        seen.time() == null ? "" : Wording.time(MapSheet.seconds(seen.time())),
                        seen.dropOff() == null ? "" : Wording.percent(seen.dropOff()) + " drop off")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private void touchpoints() {
        sheet.begin("Touchpoints");
        double height = 64;
        for (int i = 0; i < sheet.columns.size(); i++) {
            PlannedTouchpoint touchpoint = sheet.columns.all().get(i).touchpoint();
            if (touchpoint != null) {
                touchpoint(i, touchpoint, height);
            }
        }
        sheet.y += height;
        if (!sheet.columns.brackets().isEmpty()) {
            sheet.columns.brackets().forEach(this::bracket);
            sheet.y += 26;
        }
    }

    private void touchpoint(int column, PlannedTouchpoint touchpoint, double height) {
        double x = sheet.left(column);
        String kind = "box" + (touchpoint.visibility() == Visibility.BACK_STAGE ? " back" : "")
                + (touchpoint.momentOfTruth() ? " moment" : "");
        sheet.svg.group(words(touchpoint));
        sheet.svg.rect(kind, x, sheet.y, MapSheet.COLUMN - 8, height, 5);
        String star = touchpoint.momentOfTruth() ? "★ " : "";
        List<String> lines =
                SvgText.lines(star + SvgText.clean(touchpoint.activity(), 120), (MapSheet.COLUMN - 22) / 13, 2);
        for (int i = 0; i < lines.size(); i++) {
            sheet.svg.text(x + 8, sheet.y + 19 + i * 16, "", lines.get(i));
        }
        String often = touchpoint.occurs().equals(Cardinality.ONE)
                ? ""
                : touchpoint.occurs().toString();
        Integer importance = touchpoint.importance();
        String weight = importance == null ? "" : "●".repeat(importance) + "○".repeat(5 - importance);
        sheet.svg.text(x + 8, sheet.y + height - 9, "small soft", weight);
        sheet.svg.end(x + MapSheet.COLUMN - 16, sheet.y + height - 9, "small soft", often);
        sheet.svg.close();
    }

    private static String words(PlannedTouchpoint touchpoint) {
        return Stream.of(
                        SvgText.clean(touchpoint.activity()),
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
        return text == null ? "" : name + " " + SvgText.clean(text, 300);
    }

    private void bracket(Bracket bracket) {
        double x = sheet.left(bracket.span().first()) + 2;
        double end = sheet.left(bracket.span().end()) - 10;
        sheet.svg.path("mark", "M", x, " ", sheet.y + 4, "v5H", end, "v-5");
        String often = bracket.group().occurs().equals(Cardinality.ONE)
                ? ""
                : " " + bracket.group().occurs();
        String order = switch (bracket.group().order()) {
            case SEQUENCE -> "in sequence";
            case CHOICE -> "one of these";
            case ANY_ORDER -> "any order";
        };
        sheet.svg.middle((x + end) / 2, sheet.y + 23, "small soft", order + often);
    }

    private void channels() {
        if (sheet.columns.all().stream()
                .allMatch(column -> column.touchpoint() == null
                        || column.touchpoint().channels().isEmpty())) {
            return;
        }
        sheet.begin("Channels");
        sheet.eachColumn(i -> {
            PlannedTouchpoint touchpoint = sheet.columns.all().get(i).touchpoint();
            return touchpoint == null ? 0 : channels(sheet.left(i), touchpoint.channels());
        });
    }

    private double channels(double x, List<Channel> channels) {
        if (channels.isEmpty()) {
            sheet.svg.text(x + 8, sheet.y + 13, "small soft", "any");
            return 20;
        }
        String text = channels.stream().map(Channel::name).collect(Collectors.joining(", "));
        return sheet.lines(x, "small", text, FEW);
    }
}
