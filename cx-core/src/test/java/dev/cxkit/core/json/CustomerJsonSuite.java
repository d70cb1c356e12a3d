package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.Account;
import dev.cxkit.core.customer.AccountId;
import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.identity.IdentityObservation;
import dev.cxkit.core.identity.IdentityResolver;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of customers, accounts and identity observations, on each version of Jackson. */
abstract class CustomerJsonSuite {

    private static final CustomerId ANN = CustomerId.of("c-1");
    private static final Identifier MAIL = Identifier.strong(Identifier.Kind.EMAIL, "a@b.example");
    private static final Identifier COOKIE = Identifier.weak(Identifier.Kind.COOKIE, "7");
    private static final String MAIL_TEXT = "{\"kind\":\"email\",\"value\":\"a@b.example\",\"strong\":true}";
    private static final String COOKIE_TEXT = "{\"kind\":\"cookie\",\"value\":\"7\",\"strong\":false}";

    abstract Json json();

    private void same(Object value, String text) throws Exception {
        assertThat(json().write(value)).isEqualTo(text);
        assertThat(json().setUpOtherwise().write(value)).isEqualTo(text);
        assertThat(json().<Object>read(text, classOf(value))).isEqualTo(value);
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> classOf(Object value) {
        return (Class<Object>) value.getClass();
    }

    @Test
    void a_customer_is_the_same_text() throws Exception {
        same(
                Customer.of(ANN, MAIL, COOKIE),
                "{\"id\":\"c-1\",\"identifiers\":[" + MAIL_TEXT + "," + COOKIE_TEXT + "]}");
        same(Customer.of(ANN), "{\"id\":\"c-1\",\"identifiers\":[]}");
    }

    @Test
    void an_account_is_the_same_text() throws Exception {
        same(
                Account.of(
                        AccountId.of("acme"), Account.Member.of(ANN, "buyer"), Account.Member.of(CustomerId.of("c-2"))),
                "{\"id\":\"acme\",\"members\":[{\"customer\":\"c-1\",\"role\":\"buyer\"},{\"customer\":\"c-2\"}]}");
    }

    @Test
    void an_observation_is_the_same_text() throws Exception {
        same(
                IdentityObservation.of("t-1", Instant.parse("2026-01-31T12:00:00Z"), COOKIE),
                "{\"id\":\"t-1\",\"occurredAt\":\"2026-01-31T12:00:00Z\",\"identifiers\":[" + COOKIE_TEXT + "]}");
    }

    @Test
    void a_cannot_link_is_the_same_text() throws Exception {
        Identifier card = Identifier.strong(Identifier.Kind.CARD, "12");
        same(
                new IdentityResolver.CannotLink(MAIL, card),
                "{\"one\":" + MAIL_TEXT + ",\"other\":{\"kind\":\"card\",\"value\":\"12\",\"strong\":true}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"id":"c-1"}                                     | identifiers of a customer are missing
                    {"identifiers":[]}                               | id of customer is missing
                    {"id":" ","identifiers":[]}                      | customer id is blank
                    """)
    void a_customer_without_what_it_needs_is_refused(String text, String message) {
        assertThatThrownBy(() -> json().read(text, Customer.class)).rootCause().hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"id":"a"}                                                           | members of account a are missing
                    {"members":[]}                                                       | id of account is missing
                    {"id":"a","members":[{"role":"buyer"}]}                              | customer of member is missing
                    {"id":"a","members":[{"customer":"c","role":""}]}                    | role of member is blank
                    {"id":"a","members":[{"customer":"c"},{"customer":"c"}]}             | account a has a member twice
                    """)
    void an_account_without_what_it_needs_is_refused(String text, String message) {
        assertThatThrownBy(() -> json().read(text, Account.class)).rootCause().hasMessage(message);
    }

    @Test
    void what_a_newer_version_adds_is_passed_over() throws Exception {
        assertThat(json().read("{\"id\":\"c-1\",\"identifiers\":[],\"since\":2026}", Customer.class))
                .isEqualTo(Customer.of(ANN));
        assertThat(json().read("{\"id\":\"a\",\"members\":[{\"customer\":\"c\",\"x\":1}],\"x\":1}", Account.class))
                .isEqualTo(Account.of(AccountId.of("a"), Account.Member.of(CustomerId.of("c"))));
    }
}
