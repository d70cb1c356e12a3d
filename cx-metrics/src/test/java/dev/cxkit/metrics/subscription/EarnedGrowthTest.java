package dev.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.metrics.subscription.CustomerRevenue.Won;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarnedGrowthTest {

    private static CustomerRevenue of(String before, String now, Won won) {
        return new CustomerRevenue(Money.of(before, "EUR"), Money.of(now, "EUR"), won);
    }

    private static EarnedGrowth growth(CustomerRevenue... customers) {
        return EarnedGrowth.metric(Ledger.EUR).over(List.of(customers));
    }

    @Test
    void the_example_of_winning_on_purpose() {
        // Reichheld, Darnell and Burns, Winning on Purpose (2021), appendix B: revenue grows from 100 to 130.
        EarnedGrowth growth = growth(
                of("60", "55", Won.UNKNOWN),
                of("40", "30", Won.BOUGHT),
                of("0", "25", Won.EARNED),
                of("0", "20", Won.BOUGHT),
                of("0", "0", Won.EARNED));
        assertThat(growth.nrr()).hasValue(0.85);
        assertThat(growth.rate().orElseThrow()).isCloseTo(0.10, within(1e-15));
        assertThat(growth.growth()).hasValue(0.3);
        assertThat(growth.ratio().orElseThrow()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(growth)
                .isEqualTo(new EarnedGrowth(
                        2,
                        10_000,
                        8_500,
                        new EarnedGrowth.Gained(1, 2_500),
                        new EarnedGrowth.Gained(1, 2_000),
                        new EarnedGrowth.Gained(0, 0)));
    }

    @Test
    void customers_of_whom_it_is_not_known_are_apart() {
        EarnedGrowth growth =
                growth(of("100", "85", Won.UNKNOWN), of("0", "25", Won.EARNED), of("0", "20", Won.UNKNOWN));
        assertThat(growth.unknown()).isEqualTo(new EarnedGrowth.Gained(1, 2_000));
        assertThat(growth.rate().orElseThrow()).isCloseTo(0.10, within(1e-15));
        assertThat(growth.rateAtMost().orElseThrow()).isCloseTo(0.30, within(1e-15));
    }

    @Test
    void without_growth_there_is_no_ratio_and_without_revenue_before_no_rate() {
        assertThat(growth(of("100", "75", Won.EARNED), of("0", "25", Won.EARNED))
                        .ratio())
                .isEmpty();
        assertThat(growth(of("100", "50", Won.EARNED)).ratio()).isEmpty();
        EarnedGrowth young = growth(of("0", "5", Won.EARNED));
        assertThat(young.rate()).isEmpty();
        assertThat(young.nrr()).isEmpty();
        assertThat(young.growth()).isEmpty();
        assertThat(young.ratio()).isEmpty();
    }

    @Test
    void amounts_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> of("-1", "5", Won.EARNED)).hasMessage("before -1.00 EUR or now 5.00 EUR is below 0");
        Money euros = Money.of("1", "EUR");
        Money dollars = Money.of("1", "USD");
        assertThatThrownBy(() -> new CustomerRevenue(euros, dollars, Won.EARNED))
                .hasMessage("before 1.00 EUR and now 1.00 USD are of two currencies");
        assertThatThrownBy(() -> growth(new CustomerRevenue(dollars, dollars, Won.EARNED)))
                .hasMessage("revenue 1.00 USD is in USD; this metric is of EUR");
    }
}
