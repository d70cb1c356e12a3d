package dev.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.purchase.Referrals.CustomerReferrals;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferralsTest {

    @Test
    void the_table_of_lean_analytics() {
        // Croll and Yoskovitz, Lean Analytics (2013): 2,000 customers send 5,000 invitations, of which 500 are
        // accepted.
        Referrals referrals = new Referrals(2_000, 1_000, 5_000, 500);
        assertThat(referrals.invitationsPerCustomer()).hasValue(2.5);
        assertThat(referrals.acceptance().share()).hasValue(0.1);
        assertThat(referrals.wordOfMouthFactor()).hasValue(0.25);
    }

    @Test
    void customers_who_invite_nobody_are_in_the_base() {
        Referrals referrals = Referrals.metric()
                .over(List.of(
                        new CustomerReferrals(0, 0),
                        new CustomerReferrals(3, 1),
                        new CustomerReferrals(2, 0),
                        new CustomerReferrals(0, 0)));
        assertThat(referrals).isEqualTo(new Referrals(4, 2, 5, 1));
        assertThat(referrals.rate()).isEqualTo(Proportion.of(2, 4));
    }

    @Test
    void without_customers_there_is_no_rate() {
        Referrals none = Referrals.metric().over(List.of());
        assertThat(none.rate().share()).isEmpty();
        assertThat(none.invitationsPerCustomer()).isEmpty();
        assertThat(none.wordOfMouthFactor()).isEmpty();
        assertThatThrownBy(() -> new CustomerReferrals(2, 3)).hasMessage("accepted 3 is outside 0..2");
    }
}
