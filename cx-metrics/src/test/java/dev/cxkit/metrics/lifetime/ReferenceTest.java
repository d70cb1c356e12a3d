package dev.cxkit.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every prediction against 70 digits, at ordinary parameters and at those where the textbook's formulas break. */
class ReferenceTest {

    @Test
    void predictionsAgreeWithThoseOfMpmath() {
        JsonNode rows = Published.read("models.py.json").get("rows");
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode row : rows) {
            JsonNode at = row.get(2);
            RecencyFrequency customer = new RecencyFrequency(
                    at.get(0).asLong(), at.get(1).doubleValue(), at.get(2).doubleValue());
            double expected = row.get(6).doubleValue();
            double actual = ask(
                    model(row),
                    row.get(3).textValue(),
                    customer,
                    row.get(4).doubleValue(),
                    row.get(5).intValue());
            boolean log = row.get(3).textValue().equals("logLikelihood");
            double digits = log ? 1e-10 * (1 + Math.abs(expected)) : 1e-9 * expected + 1e-290;
            softly.assertThat(actual).as(row.toString()).isCloseTo(expected, within(digits));
        }
        softly.assertAll();
        assertThat(rows.size()).isGreaterThan(700);
    }

    private static TransactionModel model(JsonNode row) {
        double p = row.get(1).get(0).doubleValue();
        double q = row.get(1).get(1).doubleValue();
        double u = row.get(1).get(2).doubleValue();
        double v = row.get(1).get(3).doubleValue();
        return switch (row.get(0).textValue()) {
            case "bg" -> BgNbd.of(p, q, u, v);
            case "mbg" -> MbgNbd.of(p, q, u, v);
            default -> ParetoNbd.of(p, q, u, v);
        };
    }

    private static double ask(
            TransactionModel model, String quantity, RecencyFrequency customer, double argument, int orders) {
        return switch (quantity) {
            case "logLikelihood" -> model.logLikelihood(customer);
            case "alive" -> model.probabilityAlive(customer, argument);
            case "expectedOrders" -> model.expectedOrders(customer, argument);
            case "probability" -> model.probabilityOfOrders(customer, argument, orders);
            default -> model.continuouslyDiscountedOrders(customer, argument);
        };
    }
}
