package dev.cxkit.examples.quickstart;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.LiveMetric;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.survey.Nps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** The first steps with cx in the service of a host. */
public final class Quickstart {

    /**
     * An answer as the host has it; the library asks for no class of its own.
     *
     * @param plan the customer's plan
     * @param at when it came
     * @param score 0 to 10
     */
    public record Reply(String plan, Instant at, int score) {}

    private Quickstart() {}

    /** Prints the scores, the purchases per store, and a touchpoint on its way through JSON. */
    public static void main(String[] args) {
        scores();
        visits();
    }

    private static void scores() {
        List<Reply> replies = replies();
        Metric<Reply, Nps> nps = Nps.metric(Reply::score);

        Segments<String, Nps> byPlan = nps.by(Reply::plan).over(replies);
        byPlan.each()
                .forEach((plan, score) -> score.estimate()
                        .ifPresent(estimate -> System.out.println("NPS " + plan + ": " + estimate.text(1))));
        byPlan.total().estimate().ifPresent(estimate -> System.out.println("NPS in all: " + estimate.text(1)));

        nps.per(Cadence.monthly(ZoneId.of("Europe/Berlin")), Reply::at)
                .over(replies)
                .points()
                .forEach(point -> System.out.println("from " + point.period().from() + ": "
                        + point.value().answered() + " answers" + (point.finished() ? "" : ", unfinished")));

        LiveMetric<Reply, Nps> live = LiveMetric.of(nps);
        replies.parallelStream().forEach(live::record);
        System.out.println("recorded live: " + live.result().answered());
    }

    private static void visits() {
        List<StoreVisit> visits = List.of(
                visit("v1", "ann", "2026-02-02T09:00:00Z", "north", true),
                visit("v2", "ben", "2026-02-02T10:00:00Z", "north", false),
                visit("v3", "ann", "2026-02-09T11:00:00Z", "south", true));

        Map<String, Proportion> perStore =
                new PurchaseRate().by(StoreVisit::store).over(visits).each();
        perStore.forEach((store, rate) ->
                System.out.println("purchases " + store + ": " + rate.count() + " of " + rate.total()));

        Journey ann = Journey.of(visits.stream()
                .filter(visit -> visit.customer().equals(CustomerId.of("ann")))
                .toList());
        System.out.println(ann);

        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .registerSubtypes(StoreVisit.class)
                .build();
        String json = mapper.writeValueAsString(ann.touchpoints().get(0));
        System.out.println(json);
        System.out.println(mapper.readValue(json, Touchpoint.class)
                .equals(ann.touchpoints().get(0)));
    }

    private static List<Reply> replies() {
        int[] pro = {10, 9, 9, 10, 8, 9, 7, 10, 6, 9};
        int[] basic = {3, 7, 9, 8, 6, 10, 5, 8};
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < pro.length; i++) {
            replies.add(new Reply("pro", Instant.parse("2026-01-12T08:00:00Z").plusSeconds(i * 400_000L), pro[i]));
        }
        for (int i = 0; i < basic.length; i++) {
            replies.add(new Reply("basic", Instant.parse("2026-01-05T08:00:00Z").plusSeconds(i * 500_000L), basic[i]));
        }
        return replies;
    }

    private static StoreVisit visit(String id, String customer, String at, String store, boolean bought) {
        return new StoreVisit(id, CustomerId.of(customer), Instant.parse(at), store, bought);
    }
}
