package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.Account;
import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.identity.IdentityObservation;
import dev.cxkit.core.identity.IdentityResolver;
import dev.cxkit.core.kit.StrictJson;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in a document becomes something else without a word, with any version of Jackson. */
abstract class StrictJsonSuite extends StrictJson {

    private static final String AT = "\"occurredAt\":\"2026-01-31T12:00:00Z\"";
    private static final String MAIL = "{\"kind\":\"email\",\"value\":\"a@b.example\",\"strong\":true}";
    private static final String CARD = "{\"kind\":\"card\",\"value\":\"12\",\"strong\":true}";
    private static final String EUR = "{\"minorUnits\":1250,\"currency\":\"EUR\"}";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("value", "rating"),
            Map.entry("min", "bands"),
            Map.entry("max", "bands"),
            Map.entry("minorUnits", " EUR"),
            Map.entry("movements", "movement"),
            Map.entry("reasons", "reason of"),
            Map.entry("events", "case"),
            Map.entry("type", "opening but with|not possible"),
            Map.entry("by", "actor"),
            Map.entry("to", "assignee"),
            Map.entry("other", "case id"));

    abstract Json json();

    @Override
    protected Object read(String json, Class<?> type) throws Exception {
        return json().read(json, type);
    }

    @Override
    protected String write(Object value) throws Exception {
        return json().write(value);
    }

    /** What has the right kind and is out of range is said in the words of the noun. */
    @Override
    protected boolean names(String message, String field) {
        return message.contains(field)
                || Pattern.compile(WORDS.getOrDefault(field, field))
                        .matcher(message)
                        .find();
    }

    /**
     * A type is text to the mapper whatever it is, and decimals are doubles in attributes unless it is told otherwise; what a brief leaves out is
     * written as empty.
     */
    @Override
    protected boolean exempt(List<Object> path, String other) {
        if (path.get(path.size() - 1).equals("brief") && other.startsWith("{")) {
            return true;
        }
        boolean open = path.contains("attributes") || path.contains("since");
        boolean type = Set.of("type", "kind").contains(path.get(path.size() - 1));
        return open ? other.contains(".") : type && other.matches("[-\\d].*|true|false");
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(Feedback.class, """
                        {"id":"f-1","source":"shop","customer":"c-1","occurredAt":"2026-01-31T12:00:00Z",
                        "subject":{"kind":"order","id":"o-1"},"solicited":true,"surveyKind":"transactional","survey":"s-1",
                        "channel":"email","answers":{"recommend":{"kind":"rated","scale":"nps","value":9},
                        "booking":{"kind":"rated","scale":{"name":"booking","min":1,"max":10,"higherIsBetter":true,"lowTo":3,
                        "highFrom":9},"value":4},"liked":{"kind":"chosen","choices":["price","advice"]},
                        "wanted":{"kind":"ranked","choices":["speed","price"]},"words":{"kind":"text","text":"It was fine."},
                        "parking":{"kind":"not-applicable"},"age":{"kind":"skipped"},"voice":{"kind":"voice","since":1}},
                        "attributes":{"store":"north","visits":3}}"""),
                Arguments.of(Touchpoint.class, """
                        {"id":"t-1","type":"delivery","customer":"c-1","channel":"post","occurredAt":"2026-01-31T12:00:00Z",
                        "endedAt":"2026-01-31T12:05:00Z","directness":"indirect","owner":{"team":"logistics","role":"driver"},
                        "attributes":{"parcels":2,"late":false}}"""),
                Arguments.of(Interaction.class, """
                        {"id":"t-1","type":"delivery","customer":"c-1","channel":"post","occurredAt":"2026-01-31T12:00:00Z",
                        "endedAt":"2026-01-31T12:05:00Z","directness":"indirect","owner":{"team":"logistics","role":"driver"}}"""),
                Arguments.of(Touchpoint.class, """
                        {"id":"t-1","type":"far","customer":"c","channel":"x","occurredAt":"2026-01-31T12:00:00Z","since":1}"""),
                Arguments.of(Invitation.class, """
                        {"id":"i-1","survey":"s-1","customer":"c-1","invitedAt":"2026-01-31T12:00:00Z",
                        "deliveredAt":"2026-01-31T12:01:00Z","openedAt":"2026-01-31T12:01:00Z","startedAt":"2026-01-31T12:01:00Z",
                        "completedAt":"2026-01-31T12:01:00Z","declinedAt":"2026-01-31T12:01:00Z"}"""),
                Arguments.of(Customer.class, "{\"id\":\"c-1\",\"identifiers\":[" + MAIL + "]}"),
                Arguments.of(Account.class, "{\"id\":\"a\",\"members\":[{\"customer\":\"c-1\",\"role\":\"buyer\"}]}"),
                Arguments.of(IdentityObservation.class, "{\"id\":\"t-1\"," + AT + ",\"identifiers\":[" + MAIL + "]}"),
                Arguments.of(IdentityResolver.CannotLink.class, "{\"one\":" + MAIL + ",\"other\":" + CARD + "}"),
                Arguments.of(TimeRange.class, "{\"from\":\"2026-01-31T12:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}"),
                Arguments.of(
                        Order.class,
                        "{\"id\":\"o-1\",\"customer\":\"c-1\"," + AT + ",\"amount\":" + EUR
                                + ",\"channel\":\"web\",\"items\":[{\"product\":\"tea\",\"quantity\":2,\"amount\":"
                                + EUR
                                + "}],\"refunds\":[{" + AT + ",\"amount\":" + EUR + "}]}"),
                Arguments.of(
                        Subscription.class,
                        "{\"id\":\"s-1\",\"customer\":\"c-1\",\"account\":\"a-1\",\"movements\":[{\"kind\":\"START\","
                                + AT
                                + ",\"recurring\":" + EUR + ",\"seats\":3},{\"kind\":\"CHURN\"," + AT
                                + ",\"recurring\":{\"minorUnits\":0,\"currency\":\"EUR\"},\"voluntary\":false,"
                                + "\"reasons\":[\"card\",\"price\"]}]}"),
                Arguments.of(Case.class, "{\"id\":\"c-1\",\"events\":[" + String.join(",", events()) + "]}"));
    }

    private static List<String> events() {
        String later = "\"2026-01-31T13:00:00Z\"";
        List<String> events = List.of(
                "opened\",\"customer\":\"c-1\",\"channel\":\"web\",\"category\":\"a\",\"priority\":\"P1\"",
                "message\",\"visibility\":\"PUBLIC\",\"kind\":\"REPLY\"",
                "assigned\",\"to\":{\"bot\":false,\"team\":\"a\",\"person\":\"b\"},\"brief\":{\"tried\":[\"a\"],"
                        + "\"facts\":[\"a\"],\"questions\":[\"a\"],\"promises\":[\"a\"]}",
                "waiting\",\"on\":\"CUSTOMER\",\"until\":" + later,
                "resumed\"",
                "asked\",\"fact\":\"order\"",
                "learned\",\"fact\":\"order\",\"source\":\"CUSTOMER\",\"validUntil\":" + later,
                "promised\",\"what\":\"UPDATE\",\"dueAt\":" + later,
                "escalated\",\"level\":\"2\",\"reason\":\"hard\"",
                "classified\",\"category\":\"a\",\"priority\":\"P2\"",
                "linked\",\"kind\":\"CAUSED_BY\",\"other\":\"c-2\"",
                "under-policy\",\"policy\":\"gold\"",
                "from-elsewhere\",\"since\":1",
                "resolved\",\"code\":\"a\",\"rootCause\":\"b\",\"confirmedBy\":\"US\"",
                "reopened\",\"reason\":\"again\"",
                "closed\"",
                "merged-into\",\"other\":\"c-2\"");
        List<String> timed = new ArrayList<>();
        for (String event : events) {
            timed.add("{\"type\":\"" + event + ",\"occurredAt\":\"2026-01-31T12:" + (10 + timed.size())
                    + ":00Z\",\"by\":{\"kind\":\"AGENT\",\"id\":\"bob\"}}");
        }
        return timed;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothing_becomes_something_else(Class<?> type, String document) throws Exception {
        check(document, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    Touchpoint | {"id":"t","type":"visit","customer":"c","channel":"x","occurredAt":1769860800000} | occurredAt of touchpoint is 1769860800000; allowed is a time as text such as 2026-01-31T12:00:00Z
                    Touchpoint | {"id":"t","type":"visit","customer":"c","channel":"x","occurredAt":"1769860800"}  | occurredAt of touchpoint is '1769860800'; allowed is a time as text such as 2026-01-31T12:00:00Z
                    Owner      | {"team":5}                                                | team of owner is 5; allowed is text
                    Subject    | {"kind":"order","id":["o-1"]}                             | id of subject is a list; allowed is text
                    Identifier | {"kind":"email","value":"x","strong":1}                   | strong of identifier is 1; allowed is true or false
                    Identifier | {"kind":"email","value":"x"}                              | strong is missing: true if the identifier belongs to one person alone
                    Movement   | {"kind":1}                                                | kind of movement is 1; allowed is one of [START, EXPANSION, CONTRACTION, PAUSE, RESUME, CHURN, REACTIVATION]
                    Movement   | {"kind":"1"}                                              | kind of movement is '1'; allowed is one of [START, EXPANSION, CONTRACTION, PAUSE, RESUME, CHURN, REACTIVATION]
                    Money      | {"minorUnits":1e999,"currency":"EUR"}                     | minorUnits is Infinity; allowed is a whole number within -9223372036854775808..9223372036854775807
                    Answer     | {"kind":"rated","scale":"nps","value":8.9999999999999999999} | rating 8.9999999999999999999 is not a whole number; allowed are whole numbers 0..10 of scale nps
                    Answer     | {"kind":"rated","scale":"nps","value":1e999}              | rating 1E+999 is outside 0..10 of scale nps
                    Answer     | {"kind":"chosen","choices":["a",null]}                    | choices hold null at 1
                    Answer     | {"kind":"chosen","choices":["a",5]}                       | an element of choices is 5; allowed is text
                    Customer   | {"id":"c","identifiers":[null]}                           | identifiers of a customer hold null at 0
                    Case       | {"id":"c","events":[null]}                                | events of case c hold null at 0
                    CaseEvent  | {"type":5}                                                | type of a case event is 5; allowed is text
                    CaseEvent  | {"type":"closed","occurredAt":"2026-01-31T12:00:00Z","by":"bob"} | by of a case event is 'bob'; allowed is an object
                    """)
    void what_is_allowed_is_said(String type, String json, String message) {
        Class<?> of = Stream.of(
                        Touchpoint.class,
                        Owner.class,
                        Subject.class,
                        Identifier.class,
                        Movement.class,
                        Money.class,
                        Answer.class,
                        Customer.class,
                        Case.class,
                        CaseEvent.class,
                        Scale.class)
                .filter(known -> known.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> json().read(json, of)).rootCause().hasMessage(message);
    }

    @Test
    void a_rating_that_is_an_object_is_refused_by_name() {
        assertThatThrownBy(() ->
                        json().read("{\"kind\":\"rated\",\"scale\":\"nps\",\"value\":{\"value\":9}}", Answer.class))
                .hasMessageContaining("value");
    }

    @Test
    void a_field_twice_is_refused_by_a_mapper_set_up_as_the_readme_says() throws Exception {
        String twice =
                "{\"from\":\"2026-01-31T12:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}";
        assertThatThrownBy(() -> json().strict().read(twice, TimeRange.class)).hasMessageContaining("to");
        String exact = "{\"weight\":8.9999999999999999999}";
        assertThat(json().strict().write(json().strict().read(exact, dev.cxkit.core.touchpoint.Attributes.class)))
                .isEqualTo(exact);
    }
}
