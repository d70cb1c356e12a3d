package dev.cxkit.examples.report.orders;

import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.text.CellText;
import dev.cxkit.metrics.lifetime.Fit;
import dev.cxkit.metrics.lifetime.Holdout;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The models as JSON: times in their unit, amounts in whole units of the currency. */
final class ModelJson {

    private ModelJson() {}

    /** Puts {@code model}, {@code spend}, {@code holdout} and {@code tracking}; what there is too little for is absent. */
    static void put(ObjectNode to, OrdersModel of, double minorUnit) {
        ModelRequest request = of.request();
        of.fit().ifPresent(fit -> {
            ObjectNode model = to.putObject("model")
                    .put("name", request.model())
                    .put("unit", CellText.word(request.unit()))
                    .put("customers", fit.n());
            ObjectNode parameters = model.putObject("parameters");
            fit.parameters().forEach(parameters::put);
            ObjectNode errors = model.putObject("standardErrors");
            fit.standardErrors().forEach(errors::put);
            model.put("logLikelihood", fit.logLikelihood())
                    .put("status", fit.status().name());
        });
        of.spend().ifPresent(fit -> spend(to.putObject("spend"), fit, of, minorUnit));
        of.holdout().ifPresent(holdout -> holdout(to.putObject("holdout"), holdout));
        of.tracking().ifPresent(tracking -> {
            ArrayNode rows = to.putArray("tracking");
            tracking.rows()
                    .forEach(row -> rows.addObject()
                            .put("time", row.time())
                            .put("actual", row.actual())
                            .put("expected", row.expected()));
        });
    }

    /** The scale and the density of amounts are those of whole units: as if they had been fitted so. */
    private static void spend(ObjectNode to, Fit<?> fit, OrdersModel of, double minorUnit) {
        fit.parameters().forEach((name, value) -> to.put(name, name.equals("gamma") ? value / minorUnit : value));
        to.put("customers", fit.n())
                .put("excluded", fit.excluded())
                .put("logLikelihood", fit.logLikelihood() + fit.n() * Math.log(minorUnit))
                .put("status", fit.status().name());
        of.correlation().ifPresent(correlation -> Json.put(to.putObject("correlation"), "value", correlation));
    }

    private static void holdout(ObjectNode to, Holdout of) {
        to.put("customers", of.customers()).put("actual", of.actual()).put("expected", of.expected());
        of.meanAbsoluteError().ifPresent(error -> to.put("meanAbsoluteError", error));
        of.rootMeanSquaredError().ifPresent(error -> to.put("rootMeanSquaredError", error));
        of.bias().ifPresent(bias -> to.put("bias", bias));
        ArrayNode bins = to.putArray("byRepeats");
        of.byFrequency()
                .forEach(bin -> bins.addObject()
                        .put("repeats", bin.frequency())
                        .put("customers", bin.customers())
                        .put("actual", bin.actual())
                        .put("expected", bin.expected()));
    }
}
