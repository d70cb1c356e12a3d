package dev.cxkit.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cxkit.core.customer.Account.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final CustomerId ANN = CustomerId.of("c-1");
    private static final CustomerId BEN = CustomerId.of("c-2");
    private static final Account ACME = Account.of(AccountId.of("acme"), Member.of(ANN, "buyer"), Member.of(BEN));
    private static final AccountId ORBIT = AccountId.of("orbit");

    @Test
    void members_roll_up_to_their_account() {
        Map<CustomerId, Account> accounts = Account.byMember(List.of(ACME, Account.of(ORBIT)));
        assertThat(accounts).containsExactly(Map.entry(ANN, ACME), Map.entry(BEN, ACME));
        assertThat(accounts.get(CustomerId.of("c-3"))).isNull();
    }

    @Test
    void a_member_of_two_accounts_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.byMember(List.of(ACME, Account.of(ORBIT, Member.of(BEN, "user")))))
                .withMessage("accounts acme and orbit have a member in common");
    }

    @Test
    void two_accounts_of_one_id_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.byMember(List.of(Account.of(ORBIT), Account.of(ORBIT))))
                .withMessage("account orbit is there twice");
    }

    @Test
    void a_member_twice_a_blank_role_and_a_blank_id_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Account.of(ORBIT, Member.of(ANN, "buyer"), Member.of(ANN, "user")))
                .withMessage("account orbit has a member twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Member.of(ANN, " "))
                .withMessage("role of member is blank");
        assertThatIllegalArgumentException().isThrownBy(() -> AccountId.of("")).withMessage("account id is blank");
    }

    @Test
    void an_account_prints_how_many_members_it_has_and_not_who() {
        assertThat(ACME).hasToString("Account[id=acme, members=2]");
        assertThat(ORBIT).isGreaterThan(ACME.id());
    }

    @Test
    void a_customer_has_each_identifier_once() {
        Identifier mail = Identifier.strong(Identifier.Kind.EMAIL, "secret");
        assertThat(Customer.of(ANN, mail))
                .hasToString("Customer[id=c-1, identifiers=[Identifier[kind=email, strong=true]]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Customer.of(ANN, mail, mail))
                .withMessage("identifier of kind email of a customer is there twice");
    }
}
