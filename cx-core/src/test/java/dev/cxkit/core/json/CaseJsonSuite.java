package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Brief;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts of cases and their events, on each version of Jackson. */
abstract class CaseJsonSuite {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final CustomerId ANN = CustomerId.of("c-1");
    private static final Actor AGENT = Actor.agent("bob");

    abstract Json json();

    @Test
    void every_event_of_a_case_comes_back() throws Exception {
        Instant later = NOON.plusSeconds(60);
        List<CaseEvent> events = List.of(
                new WorkflowEvent.Opened(NOON, Actor.customer("c-1"), ANN, Channel.EMAIL, "billing", "P1"),
                new WorkflowEvent.Opened(NOON, Actor.SYSTEM, null, null, null, null),
                new ConversationEvent.Message(
                        NOON,
                        AGENT,
                        ConversationEvent.Message.Visibility.PUBLIC,
                        ConversationEvent.Message.Kind.ASKS_FOR_PERSON),
                new WorkflowEvent.Assigned(NOON, AGENT, Assignee.person("first", "bob"), Brief.of("order-number")),
                new WorkflowEvent.Assigned(NOON, AGENT, Assignee.bot("bot"), null),
                new WorkflowEvent.Waiting(NOON, AGENT, WaitingOn.CUSTOMER, later),
                new WorkflowEvent.Resumed(NOON, AGENT),
                new ConversationEvent.Question(NOON, AGENT, "order-number"),
                new ConversationEvent.Fact(NOON, AGENT, "order-number", Actor.Kind.CUSTOMER, later),
                new ConversationEvent.Promise(NOON, AGENT, ConversationEvent.PromiseKind.UPDATE, later),
                new WorkflowEvent.Escalated(NOON, AGENT, "second", "hard"),
                new WorkflowEvent.Classified(NOON, AGENT, "delivery", null),
                new WorkflowEvent.Resolved(
                        NOON, AGENT, "fixed", "carrier", WorkflowEvent.Resolved.Confirmation.CUSTOMER),
                new WorkflowEvent.Reopened(NOON, AGENT, null),
                new WorkflowEvent.Closed(NOON, AGENT),
                new WorkflowEvent.Linked(NOON, AGENT, WorkflowEvent.Linked.Link.CAUSED_BY, CaseId.of("c-2")),
                new WorkflowEvent.Merged(NOON, AGENT, CaseId.of("c-2")),
                new WorkflowEvent.SlaPolicyApplied(NOON, AGENT, "gold"));
        for (CaseEvent event : events) {
            assertThat(json().read(json().write(event), CaseEvent.class)).isEqualTo(event);
        }
    }

    @Test
    void a_case_is_the_same_text_and_carries_what_a_newer_version_wrote() throws Exception {
        String text = """
                {"id":"c-1","sequence":true,"events":[{"type":"opened","occurredAt":"2026-01-31T12:00:00Z",\
                "by":{"kind":"SYSTEM","id":"system"}},{"type":"moved","occurredAt":"2026-01-31T12:00:00Z",\
                "by":{"kind":"AGENT","id":"bob"},"to":"orbit","height":400},{"type":"closed",\
                "occurredAt":"2026-01-31T12:00:00Z","by":{"kind":"AGENT","id":"bob"}}]}""";
        Case supportCase = json().read(text, Case.class);
        assertThat(supportCase.events().get(1)).isInstanceOf(CaseEvent.Unknown.class);
        assertThat(supportCase.waitingOn(NOON)).isEqualTo(WaitingOn.DONE);
        assertThat(json().write(supportCase)).isEqualTo(text);
        assertThat(json().setUpOtherwise().write(supportCase)).isEqualTo(text);
    }

    @Test
    void a_wait_names_whom_it_is_on() throws Exception {
        assertThat(json().write(new WorkflowEvent.Waiting(NOON, AGENT, WaitingOn.THIRD_PARTY, null)))
                .isEqualTo("{\"type\":\"waiting\",\"occurredAt\":\"2026-01-31T12:00:00Z\",\"by\":{\"kind\":\"AGENT\","
                        + "\"id\":\"bob\"},\"on\":\"THIRD_PARTY\"}");
        refused(
                "{\"type\":\"waiting\",\"occurredAt\":\"2026-01-31T12:00:00Z\",\"by\":{\"kind\":\"AGENT\","
                        + "\"id\":\"bob\"},\"on\":\"US\"}",
                CaseEvent.class,
                "waiting on US is not on CUSTOMER or THIRD_PARTY");
    }

    @Test
    void an_event_without_what_every_event_has_is_refused() {
        refused(
                "{\"type\":\"closed\",\"by\":{\"kind\":\"AGENT\",\"id\":\"bob\"}}",
                CaseEvent.class,
                "occurredAt of a case event is missing");
        refused("{\"type\":\"orbit\"}", CaseEvent.class, "by of a case event is missing");
    }

    private <T> void refused(String json, Class<T> type, String message) {
        assertThatThrownBy(() -> json().read(json, type)).rootCause().hasMessage(message);
    }
}
