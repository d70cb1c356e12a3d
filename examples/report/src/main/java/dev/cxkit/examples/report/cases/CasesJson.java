package dev.cxkit.examples.report.cases;

import dev.cxkit.examples.report.json.Json;
import dev.cxkit.metrics.service.CaseCounts;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Share;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The figures as JSON. Times are in seconds, around the clock unless they are under {@code business}; shares are from 0 to 1. */
final class CasesJson {

    private CasesJson() {}

    /** Returns the document. */
    static ObjectNode of(CasesReport report) {
        CaseFile file = report.file();
        ObjectNode document = Json.object().put("file", file.name()).put("rows", file.rows());
        Instant asOf = file.asOf();
        if (asOf != null) {
            document.put("asOf", asOf.toString());
        }
        CaseFigures total = report.total();
        document.put("cases", total == null ? 0 : total.cases())
                .put("events", file.events())
                .put("later", file.later())
                .put("refused", file.rejected())
                .put("refusedCases", file.rejectedGroups().size());
        if (total != null) {
            figures(document, total);
        }
        if (!report.by().isEmpty()) {
            ObjectNode by = document.putObject("by");
            report.by().forEach((column, parts) -> {
                ObjectNode values = by.putObject(column);
                parts.forEach((value, part) -> {
                    ObjectNode object = values.putObject(value).put("cases", part.cases());
                    figures(object, part);
                });
            });
        }
        Json.putRejectedGroups(document, file.rejectedGroups());
        return document;
    }

    private static void figures(ObjectNode to, CaseFigures figures) {
        to.put("open", figures.open()).put("resolved", figures.resolved());
        CaseFigures.InHours calendar = figures.calendar();
        CaseFigures.InHours business = figures.business();
        ElapsedTime response = calendar.firstResponse();
        if (response != null) {
            ObjectNode object = times(to.putObject("firstResponse"), response);
            if (business != null && business.firstResponse() != null) {
                times(object.putObject("business"), business.firstResponse());
            }
        }
        ObjectNode resolution = to.putObject("resolution");
        resolution(resolution, calendar);
        ObjectNode phases = to.putObject("phases");
        waitingOn(phases, calendar);
        if (business != null) {
            resolution(resolution.putObject("business"), business);
            waitingOn(phases.putObject("business"), business);
        }
        CaseCounts transfers = figures.transfers();
        if (transfers != null) {
            ObjectNode object = to.putObject("transfers").put("none", transfers.none());
            transfers.moments().mean().ifPresent(mean -> object.put("mean", mean));
            transfers.distribution().max().ifPresent(max -> object.put("max", (long) max));
        }
        ObjectNode reopened = to.putObject("reopened")
                .put("count", figures.reopened().count())
                .put("of", figures.reopened().total());
        figures.reopened().estimate().ifPresent(share -> Json.put(reopened, "share", share));
        ObjectNode backlog = to.putObject("backlog");
        backlog.put("at", figures.asOf().toString()).put("open", figures.open());
        figures.backlog().age().median().ifPresent(median -> backlog.put("ageMedian", median));
        if (!figures.attainment().isEmpty()) {
            ObjectNode goals = to.putObject("goals");
            figures.attainment().forEach((name, share) -> attainment(goals.putObject(name), share));
        }
    }

    private static void attainment(ObjectNode to, Share share) {
        to.put("met", share.proportion().count())
                .put("missed", share.proportion().total() - share.proportion().count());
        for (String reason : List.of("running", "paused", "cancelled")) {
            to.put(reason, share.excluded(reason));
        }
        share.proportion().estimate().ifPresent(attainment -> Json.put(to, "attainment", attainment));
    }

    private static void resolution(ObjectNode to, CaseFigures.InHours clocked) {
        resolutionTime(to.putObject("first"), clocked.first());
        resolutionTime(to.putObject("last"), clocked.last());
    }

    private static void resolutionTime(ObjectNode to, ElapsedTime times) {
        times(to, times);
        times.curve().median().ifPresent(median -> to.put("kaplanMeierMedian", median));
    }

    private static ObjectNode times(ObjectNode to, ElapsedTime times) {
        to.put("n", times.n()).put("running", times.open());
        times.finished().mean().ifPresent(mean -> to.put("mean", mean));
        times.distribution().median().ifPresent(median -> to.put("median", median));
        times.distribution().quantile(0.9).ifPresent(p90 -> to.put("p90", p90));
        return to;
    }

    private static void waitingOn(ObjectNode to, CaseFigures.InHours clocked) {
        clocked.waitingOn()
                .forEach((side, seconds) -> to.put(
                        switch (side) {
                            case US -> "OURS";
                            case CUSTOMER -> "CUSTOMER";
                            case THIRD_PARTY -> "OTHER";
                            case DONE -> "DONE";
                        },
                        seconds));
    }
}
