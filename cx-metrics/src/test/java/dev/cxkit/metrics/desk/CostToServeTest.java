package dev.cxkit.metrics.desk;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.Story;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostToServeTest {

    /** One cent for each second. */
    private static final CostRates RATES = CostRates.perHour(3_600)
            .with(Channel.CHAT, new CostRates.Charge(50, 20))
            .withOthers(new CostRates.Charge(10, 0));

    private static final Case CHAT = Story.of("1", "a", Channel.CHAT, 0)
            .assigned(0, Assignee.person("bob"))
            .says(5, BOB)
            .resolved(10)
            .done();
    private static final Case CALL = Story.of("2", "b", Channel.PHONE, 0)
            .assigned(0, Assignee.bot("robot"))
            .assigned(10, Assignee.person("bob"))
            .says(12, BOB)
            .waits(15, WaitingOn.CUSTOMER)
            .says(20, ANN)
            .resolved(30)
            .done();
    private static final Case OPEN = Story.of("3", "c", Channel.CHAT, 0)
            .assigned(0, Assignee.person("bob"))
            .done();
    private static final Case MERGED =
            Story.of("4", "c", Channel.CHAT, 0).merged(5).done();

    private static CostToServe cost(CostRates rates, Case... cases) {
        return CostToServe.metric(rates, Schedule.always(), minute(60)).over(List.of(cases));
    }

    @Test
    void timeOfPersonsAndChargesOfTheChannelAddUp() {
        assertThat(cost(RATES, CHAT).total())
                .as("10 minutes, 50 for the case, 20 for one touch")
                .isEqualTo(670);
        assertThat(cost(RATES, CALL).total())
                .as("5 and 10 minutes, not those with the bot or the customer, and 10 for the case")
                .isEqualTo(910);
        assertThat(cost(RATES, Story.of("5").resolved(5).done()).total())
                .as("a channel that is not known is one of the others")
                .isEqualTo(10);
    }

    @Test
    void openCasesAreApart() {
        CostToServe cost = cost(RATES, CHAT, CALL, OPEN, MERGED);
        assertThat(cost.cases()).isEqualTo(new Coverage(3, 0, 1));
        assertThat(cost.rates()).isEqualTo(RATES);
        assertThat(cost.done().n()).isEqualTo(2);
        assertThat(cost.done().mean()).as("(670 + 910) / 2").hasValue(790);
        assertThat(cost.done().variance()).as("2 * 120^2").hasValue(28_800);
        assertThat(cost.open().n()).isEqualTo(1);
        assertThat(cost.open().mean()).as("an hour so far, and 50").hasValue(3_650);
        assertThat(cost.total()).isEqualTo(5_230);
        assertThat(cost.perCase()).hasValue(5_230 / 3.0);
        assertThat(cost.perResolvedCase()).hasValue(2_615);
    }

    @Test
    void thirdsOfACentAreNotLost() {
        Case twentyMinutes = Story.of("1", "a", Channel.CHAT, 0)
                .assigned(0, Assignee.person("bob"))
                .resolved(20)
                .done();
        assertThat(cost(CostRates.perHour(1_000), twentyMinutes, twentyMinutes, twentyMinutes)
                        .total())
                .isEqualTo(1_000);
    }

    @Test
    void timeCountsInTheHoursGiven() {
        Schedule untilNineThirty = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-09:30");
        assertThat(CostToServe.metric(CostRates.perHour(3_600), untilNineThirty, minute(60))
                        .over(List.of(OPEN))
                        .total())
                .isEqualTo(1_800);
    }

    @Test
    void eachChannelHasItsFigureThroughTheFold() {
        Metric<Case, Segments<Channel, CostToServe>> byChannel = CostToServe.metric(
                        RATES, Schedule.always(), minute(60))
                .by(of -> of.opened().channel() == null
                        ? Channel.of("unknown")
                        : of.opened().channel());
        Segments<Channel, CostToServe> costs = byChannel.over(List.of(CHAT, CALL, OPEN));
        assertThat(costs.get(Channel.CHAT).orElseThrow().total()).isEqualTo(4_320);
        assertThat(costs.get(Channel.PHONE).orElseThrow().total()).isEqualTo(910);
        assertThat(costs.total().total()).isEqualTo(5_230);
    }

    @Test
    void withoutCasesThereIsNoMean() {
        assertThat(cost(RATES).perCase()).isEmpty();
        assertThat(cost(RATES).perResolvedCase()).isEmpty();
        assertThat(cost(RATES, OPEN).perResolvedCase()).as("none is done").isEmpty();
        assertThat(cost(RATES, OPEN).perCase()).hasValue(3_650);
    }

    @Test
    void ratesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> CostRates.perHour(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate per hour -1 is below 0");
        assertThatThrownBy(() -> new CostRates.Charge(-2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("charge per case -2 is below 0");
        assertThatThrownBy(() -> new CostRates.Charge(0, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("charge per touch -3 is below 0");
        assertThatThrownBy(() -> cost(CostRates.perHour(Long.MAX_VALUE), CHAT)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new CostRates(1, Map.of(), CostRates.Charge.NONE)
                        .byChannel()
                        .clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
