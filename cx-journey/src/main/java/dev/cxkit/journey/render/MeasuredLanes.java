package dev.cxkit.journey.render;

import java.time.Duration;
import java.util.List;

/** The lanes of what was measured: time, journeys, drop-off, pain points. */
final class MeasuredLanes {

    private static final int FEW = 4;

    private final MapSheet sheet;

    MeasuredLanes(MapSheet sheet) {
        this.sheet = sheet;
    }

    void draw() {
        lane("Time", this::time);
        lane("Journeys", this::journeys);
        lane("Drop-off", this::dropOff);
        painPoints();
    }

    /** What a lane has to say about the column; empty if nothing. */
    private interface Words {
        String of(MapMeasurement seen);
    }

    private void lane(String name, Words words) {
        List<String> texts = sheet.columns.all().stream()
                .map(column -> words.of(sheet.at(column)))
                .toList();
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        sheet.begin(name);
        sheet.eachColumn(i -> texts.get(i).isEmpty() ? 0 : sheet.lines(sheet.left(i), "small", texts.get(i), 2));
        if (name.equals("Drop-off")) {
            bars();
        }
    }

    private String time(MapMeasurement seen) {
        Duration time = seen.time();
        return time == null ? "" : Wording.time(MapSheet.seconds(time));
    }

    private String journeys(MapMeasurement seen) {
        Long journeys = seen.journeys();
        return journeys == null ? "" : Wording.count(journeys);
    }

    private String dropOff(MapMeasurement seen) {
        return seen.dropOff() == null ? "" : Wording.percent(seen.dropOff());
    }

    private void bars() {
        for (int i = 0; i < sheet.columns.size(); i++) {
            var dropOff = sheet.at(i).dropOff();
            if (dropOff != null && dropOff.share().isPresent()) {
                double x = sheet.left(i) + 8;
                double wide = MapSheet.COLUMN - 24;
                sheet.svg.rect("faint", x, sheet.y, wide, 8, 2);
                sheet.svg.rect("bad", x, sheet.y, wide * dropOff.share().getAsDouble(), 8, 2);
            }
        }
        sheet.y += 12;
    }

    private void painPoints() {
        boolean ofStages = sheet.map.stages().stream()
                .anyMatch(stage -> sheet.columns.of(stage.name()) != null
                        && !sheet.at(stage).painPoints().isEmpty());
        boolean ofSteps = sheet.columns.all().stream()
                .anyMatch(column -> !sheet.at(column).painPoints().isEmpty());
        if (!ofStages && !ofSteps) {
            return;
        }
        sheet.begin("Pain points");
        sheet.eachStage((stage, span) -> painPoints(
                sheet.left(span.first()),
                (span.end() - span.first()) * MapSheet.COLUMN,
                sheet.at(stage).painPoints()));
        sheet.eachColumn(
                i -> painPoints(sheet.left(i), MapSheet.COLUMN, sheet.at(i).painPoints()));
    }

    private double painPoints(double x, double wide, List<String> pains) {
        double height = 0;
        for (String pain : pains.subList(0, Math.min(FEW, pains.size()))) {
            sheet.svg.group(SvgText.clean(pain));
            List<String> lines = SvgText.lines(pain, (wide - 26) / MapSheet.SMALL, 4);
            sheet.svg.path("bad", "M", x + 2, " ", sheet.y + height + 13, "l5 -9 5 9Z");
            for (String line : lines) {
                height += MapSheet.LINE;
                sheet.svg.text(x + 16, sheet.y + height - 2, "small badtext", line);
            }
            height += 3;
            sheet.svg.close();
        }
        if (pains.size() > FEW) {
            height += MapSheet.LINE;
            sheet.svg.text(
                    x + 16, sheet.y + height - 2, "small soft", "and " + Wording.count(pains.size() - FEW) + " more");
        }
        return height;
    }
}
