package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.feedback.SurveyKind;
import dev.cxkit.core.kit.TouchpointContract;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Directness;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.core.touchpoint.UnknownTouchpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts stand here once, so a version of Jackson that reads or writes another one fails. */
abstract class JsonSuite {

    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    static final CustomerId ANN = CustomerId.of("c-1");

    abstract Json json();

    private void same(Object value, String text) throws Exception {
        assertThat(json().write(value)).isEqualTo(text);
        assertThat(json().<Object>read(text, classOf(value))).isEqualTo(value);
        assertThat(json().setUpOtherwise().write(value)).isEqualTo(text);
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> classOf(Object value) {
        if (value instanceof Answer) {
            return (Class<Object>) (Class<?>) Answer.class;
        }
        return (Class<Object>) (value instanceof Touchpoint ? Touchpoint.class : value.getClass());
    }

    @Test
    void a_full_feedback_is_the_same_text() throws Exception {
        Feedback feedback = Feedback.builder("f-1", "shop")
                .customer(ANN)
                .occurredAt(NOON)
                .subject(Subject.order("o-1"))
                .solicited(SurveyKind.TRANSACTIONAL, "s-1")
                .channel(Channel.EMAIL)
                .answer("recommend", Scale.NPS.rate(9))
                .answer("booking", Scale.of("booking", 1, 10).withBands(3, 9).rate(4))
                .answer("liked", Answer.chosen("price", "advice"))
                .answer("wanted", Answer.ranked("speed", "price"))
                .answer("words", Answer.text("It was fine."))
                .answer("parking", Answer.notApplicable())
                .answer("age", Answer.skipped())
                .attribute("store", "north")
                .attribute("visits", 3)
                .build();
        same(feedback, """
                {"id":"f-1","source":"shop","customer":"c-1","occurredAt":"2026-01-31T12:00:00Z",\
                "subject":{"kind":"order","id":"o-1"},"solicited":true,"surveyKind":"transactional","survey":"s-1",\
                "channel":"email","answers":{"recommend":{"kind":"rated","scale":"nps","value":9},\
                "booking":{"kind":"rated","scale":{"name":"booking","min":1,"max":10,"higherIsBetter":true,"lowTo":3,\
                "highFrom":9},"value":4},"liked":{"kind":"chosen","choices":["price","advice"]},\
                "wanted":{"kind":"ranked","choices":["speed","price"]},"words":{"kind":"text","text":"It was fine."},\
                "parking":{"kind":"not-applicable"},"age":{"kind":"skipped"}},\
                "attributes":{"store":"north","visits":3}}""");
    }

    @Test
    void a_bare_feedback_is_the_same_text() throws Exception {
        same(
                Feedback.builder("f-2", "reviews")
                        .occurredAt(NOON)
                        .subject(Subject.company())
                        .unsolicited()
                        .build(),
                """
                {"id":"f-2","source":"reviews","occurredAt":"2026-01-31T12:00:00Z","subject":{"kind":"company"},\
                "solicited":false,"answers":{}}""");
    }

    @Test
    void absent_answers_and_attributes_are_none() throws Exception {
        Feedback feedback = json().read("""
                {"id":"f-2","source":"reviews","occurredAt":"2026-01-31T12:00:00Z","subject":{"kind":"company"},\
                "solicited":false,"answers":null}""", Feedback.class);
        assertThat(feedback.answers()).isEmpty();
        assertThat(feedback.attributes()).isEqualTo(Attributes.none());
    }

    @Test
    void whether_feedback_was_asked_for_is_never_guessed() {
        refused("""
                {"id":"f-2","source":"reviews","occurredAt":"2026-01-31T12:00:00Z","subject":{"kind":"company"}}""", Feedback.class, "solicited is missing: true if the company asked for the feedback, else false");
    }

    @Test
    void an_answer_that_is_null_is_refused() {
        refused("""
                {"id":"f-2","source":"reviews","occurredAt":"2026-01-31T12:00:00Z","subject":{"kind":"company"},\
                "solicited":false,"answers":{"q":null}}""", Feedback.class, "answer to q is null in answers; one left open is skipped");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind":"rated","scale":"nps"}                              | rating is missing; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":null}                 | rating is missing; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":"9"}                  | rating is not a number; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":""}                   | rating is not a number; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":true}                 | rating is not a number; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":[9]}                  | rating is not a number; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":9.7}                  | rating 9.7 is not a whole number; allowed are whole numbers 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":1e400}                | rating 1E+400 is outside 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":11}                   | rating 11 is outside 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":-1}                   | rating -1 is outside 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":4294967301}           | rating 4294967301 is outside 0..10 of scale nps
                    {"kind":"rated","scale":"nps","value":99999999999999999999} | rating 99999999999999999999 is outside 0..10 of scale nps
                    {"kind":"rated","scale":"stars","value":0}                  | rating 0 is outside 1..5 of scale stars
                    {"kind":"rated","value":9}                                  | scale of rating is missing
                    {"kind":"rated","scale":null,"value":9}                     | scale of rating is missing
                    {"kind":"rated","scale":"stas","value":3}                   | scale stas is not a standard one; allowed are [nps, csat, csat-yes-no, ces, ces-effort, stars] or an object with all fields
                    {"kind":"text","text":" "}                                  | text is blank; a question left empty is skipped
                    {"kind":"chosen","choices":[]}                              | choices are empty; a question left empty is skipped
                    {"kind":"chosen"}                                           | choices are missing
                    {"kind":"ranked","choices":["a","a"]}                       | choices hold one option twice
                    {"value":9}                                                 | kind of answer is missing
                    """)
    void a_bad_answer_is_refused_in_the_same_words(String json, String message) {
        refused(json, Answer.class, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "9.0", "9e0"})
    void a_whole_number_may_be_written_as_a_decimal(String value) throws Exception {
        Answer answer = json().read("{\"kind\":\"rated\",\"scale\":\"nps\",\"value\":" + value + "}", Answer.class);
        assertThat(answer).isSameAs(Scale.NPS.rate(9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"x","min":1.5,"max":5,"higherIsBetter":true,"lowTo":2,"highFrom":4} | min of scale x is not a whole number
                    {"name":"x","min":1,"higherIsBetter":true,"lowTo":2,"highFrom":4}           | max of scale x is not a whole number
                    {"name":"x","min":1,"max":5,"lowTo":2,"highFrom":4}                         | higherIsBetter of scale x is not true or false
                    {"min":1,"max":5,"higherIsBetter":true,"lowTo":2,"highFrom":4}              | name of scale is missing
                    {"name":"x","min":1,"max":5,"higherIsBetter":true,"lowTo":4,"highFrom":4}   | bands of scale x are low to 4 and high from 4; allowed is 0 <= lowTo < highFrom <= 6
                    {"name":"nps","min":1,"max":5,"higherIsBetter":true,"lowTo":2,"highFrom":4} | scale nps is the standard one of 0..10 (high is good, low to 6, high from 9), not 1..5 (high is good, low to 2, high from 4); give yours another name
                    """)
    void a_bad_scale_is_refused_in_the_same_words(String json, String message) {
        refused(json, Scale.class, message);
    }

    @Test
    void a_standard_scale_is_its_name_however_it_was_written() throws Exception {
        same(Scale.CES_EFFORT, "\"ces-effort\"");
        Scale scale = json().read("""
                        {"name":"ces-effort","min":1,"max":5,"higherIsBetter":false,"lowTo":2,"highFrom":4}""", Scale.class);
        assertThat(scale).isSameAs(Scale.CES_EFFORT);
    }

    @Test
    void an_answer_of_an_unknown_kind_comes_back_whole_and_in_order() throws Exception {
        String text =
                "{\"kind\":\"voice\",\"url\":\"x\",\"length\":12,\"at\":{\"z\":1.5,\"a\":[null,true]},\"by\":null}";
        Answer answer = json().read(text, Answer.class);
        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        assertThat(answer.kind()).isEqualTo("voice");
        same(answer, text);
    }

    @Test
    void unknown_texts_of_open_enums_survive() throws Exception {
        String text = """
                {"id":"f-3","source":"x","occurredAt":"2026-01-31T12:00:00Z","subject":{"kind":"Vehicle "},\
                "solicited":true,"surveyKind":"Pulse","survey":"s","channel":"hologram","answers":{}}""";
        same(json().read(text, Feedback.class), text);
        String touchpoint = """
                {"id":"t-3","type":"visit","customer":"c","channel":"Hologram","occurredAt":"2026-01-31T12:00:00Z",\
                "directness":"half"}""";
        same(json().read(touchpoint, Touchpoint.class), touchpoint);
    }

    @Test
    void properties_of_a_newer_version_are_passed_over() throws Exception {
        TimeRange period = json().read(
                        "{\"from\":\"2026-01-31T12:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\",\"zone\":\"UTC\"}",
                        TimeRange.class);
        same(period, "{\"from\":\"2026-01-31T12:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}");
        Answer answer = json().read("{\"kind\":\"skipped\",\"page\":2}", Answer.class);
        assertThat(answer).isEqualTo(Answer.skipped());
    }

    @Test
    void the_other_values_are_the_same_text() throws Exception {
        same(ANN, "\"c-1\"");
        same(
                Identifier.weak(Identifier.Kind.of("Card"), "12"),
                "{\"kind\":\"Card\",\"value\":\"12\",\"strong\":false}");
        same(Owner.of("service", "agent"), "{\"team\":\"service\",\"role\":\"agent\"}");
        same(Owner.of("service"), "{\"team\":\"service\"}");
        same(Invitation.of("i-1", "s-1", ANN, NOON).opened(NOON.plusSeconds(60)), """
                {"id":"i-1","survey":"s-1","customer":"c-1","invitedAt":"2026-01-31T12:00:00Z",\
                "openedAt":"2026-01-31T12:01:00Z"}""");
        same(Attributes.of(Map.of("a", List.of(1, 2.5, 1e30, 12345678901L))), "{\"a\":[1,2.5,1.0E30,12345678901]}");
    }

    @Test
    void an_identifier_without_its_strength_is_refused() {
        refused(
                "{\"kind\":\"email\",\"value\":\"a@b.example\"}",
                Identifier.class,
                "strong is missing: true if the identifier belongs to one person alone");
    }

    @Test
    void a_full_interaction_is_the_same_text() throws Exception {
        same(fullInteraction(TouchpointType.DELIVERY), """
                {"id":"t-1","type":"delivery","customer":"c-1","channel":"post","occurredAt":"2026-01-31T12:00:00Z",\
                "endedAt":"2026-01-31T12:05:00Z","directness":"indirect","owner":{"team":"logistics","role":"driver"},\
                "attributes":{"parcels":2,"late":false}}""");
    }

    @Test
    void a_bare_interaction_is_the_same_text() throws Exception {
        same(
                Interaction.builder("t-1", TouchpointType.VISIT)
                        .customer(ANN)
                        .channel(Channel.WEB)
                        .occurredAt(NOON)
                        .build(),
                """
                {"id":"t-1","type":"visit","customer":"c-1","channel":"web","occurredAt":"2026-01-31T12:00:00Z",\
                "directness":"direct"}""");
    }

    @Test
    void an_interaction_under_a_name_that_the_host_registered_comes_back_as_one() throws Exception {
        Interaction tasting = fullInteraction(TouchpointType.of("tasting"));
        assertThat(json().read(json().write(tasting), Touchpoint.class)).isEqualTo(tasting);
    }

    @Test
    void an_interaction_under_a_name_that_nobody_registered_comes_back_without_loss() throws Exception {
        Interaction scan = fullInteraction(TouchpointType.of("scan"));
        String text = json().write(scan);
        Touchpoint back = json().read(text, Touchpoint.class);
        assertThat(back).isInstanceOf(UnknownTouchpoint.class);
        assertThat(json().write(back)).isEqualTo(text);
        assertThat(json().read(text, Interaction.class)).isEqualTo(scan);
    }

    @Test
    void a_touchpoint_of_a_host_begins_with_what_every_touchpoint_has() throws Exception {
        assertThat(json().write(new StoreVisit("t-4", ANN, NOON, NOON, "north", 2)))
                .startsWith("""
                        {"id":"t-4","type":"store-visit","customer":"c-1","channel":"store",\
                        "occurredAt":"2026-01-31T12:00:00Z",""");
    }

    @Test
    void a_type_of_a_host_may_take_a_standard_name() throws Exception {
        Tour tour = new Tour("t-6", ANN, Channel.WEB, NOON, 3);
        assertThat(json().read(json().write(tour), Touchpoint.class)).isEqualTo(tour);
    }

    @JsonTypeName("consultation")
    record Tour(String id, CustomerId customer, Channel channel, Instant occurredAt, int rooms) implements Touchpoint {
        @Override
        public TouchpointType type() {
            return TouchpointType.CONSULTATION;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"far","customer":"c","channel":"x","occurredAt":"2026-01-31T12:00:00Z"}                 | id of touchpoint is missing
                    {"id":"t","customer":"c","channel":"x","occurredAt":"2026-01-31T12:00:00Z"}                     | type of touchpoint is missing
                    {"id":"t","type":"far","channel":"x","occurredAt":"2026-01-31T12:00:00Z"}                       | customer of touchpoint is missing
                    {"id":"t","type":"far","customer":"c","occurredAt":"2026-01-31T12:00:00Z"}                      | channel of touchpoint is missing
                    {"id":"t","type":"far","customer":"c","channel":"x"}                                            | occurredAt of touchpoint is missing
                    {"id":"t","type":"visit","customer":"c","channel":"x"}                                          | occurredAt of touchpoint is missing
                    {"id":"t","type":"visit","channel":"x","occurredAt":"2026-01-31T12:00:00Z"}                     | customer of touchpoint is missing
                    {"id":" ","type":"far","customer":"c","channel":"x","occurredAt":"2026-01-31T12:00:00Z"}        | id of touchpoint is blank
                    {"id":"t","type":"far","customer":"c","channel":"x","occurredAt":1769860800}                    | occurredAt of touchpoint is 1769860800; allowed is a time as text such as 2026-01-31T12:00:00Z
                    {"id":"t","type":"far","customer":" ","channel":"x","occurredAt":"2026-01-31T12:00:00Z"}        | customer id is blank
                    """)
    void a_touchpoint_without_what_every_touchpoint_has_is_refused(String json, String message) {
        refused(json, Touchpoint.class, message);
    }

    private <T> void refused(String json, Class<T> type, String message) {
        assertThatThrownBy(() -> json().read(json, type)).rootCause().hasMessage(message);
    }

    private static Interaction fullInteraction(TouchpointType type) {
        return Interaction.builder("t-1", type)
                .customer(ANN)
                .channel(Channel.POST)
                .occurredAt(NOON)
                .endedAt(NOON.plusSeconds(300))
                .directness(Directness.INDIRECT)
                .owner(Owner.of("logistics", "driver"))
                .attribute("parcels", 2)
                .attribute("late", false)
                .build();
    }

    /** The kit that hosts run, on our own types and on one that a host wrote. */
    abstract class OnThisJackson extends TouchpointContract {

        @Override
        protected String write(Touchpoint touchpoint) throws Exception {
            return json().write(touchpoint);
        }

        @Override
        protected Touchpoint read(String text) throws Exception {
            return json().read(text, Touchpoint.class);
        }
    }

    @Nested
    class TheReadyTouchpoint extends OnThisJackson {
        @Override
        protected Touchpoint sample() {
            return fullInteraction(TouchpointType.DELIVERY);
        }
    }

    @Nested
    class ATouchpointOfAHost extends OnThisJackson {
        @Override
        protected Touchpoint sample() {
            return new StoreVisit("t-4", ANN, NOON, NOON.plusSeconds(900), "north", 2);
        }
    }

    @Nested
    class AnUnknownTouchpoint extends OnThisJackson {
        @Override
        protected Touchpoint sample() {
            return new UnknownTouchpoint(
                    "t-5",
                    TouchpointType.of("from-elsewhere"),
                    ANN,
                    Channel.of("hologram"),
                    NOON,
                    Attributes.of("zone", null)
                            .with("after", List.of(1, 2.5, "x", Map.of("k", true)))
                            .asMap());
        }
    }
}
