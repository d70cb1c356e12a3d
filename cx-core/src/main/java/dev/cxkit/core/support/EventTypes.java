package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.support.ConversationEvent.Fact;
import dev.cxkit.core.support.ConversationEvent.Message;
import dev.cxkit.core.support.ConversationEvent.Promise;
import dev.cxkit.core.support.ConversationEvent.PromiseKind;
import dev.cxkit.core.support.ConversationEvent.Question;
import dev.cxkit.core.support.WorkflowEvent.Assigned;
import dev.cxkit.core.support.WorkflowEvent.Classified;
import dev.cxkit.core.support.WorkflowEvent.Closed;
import dev.cxkit.core.support.WorkflowEvent.Escalated;
import dev.cxkit.core.support.WorkflowEvent.Linked;
import dev.cxkit.core.support.WorkflowEvent.Merged;
import dev.cxkit.core.support.WorkflowEvent.Opened;
import dev.cxkit.core.support.WorkflowEvent.Reopened;
import dev.cxkit.core.support.WorkflowEvent.Resolved;
import dev.cxkit.core.support.WorkflowEvent.Resumed;
import dev.cxkit.core.support.WorkflowEvent.SlaPolicyApplied;
import dev.cxkit.core.support.WorkflowEvent.Waiting;
import dev.cxkit.core.touchpoint.Channel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of events: the name of each in JSON, and how it is read. */
final class EventTypes {

    private record Type(String name, Class<? extends CaseEvent> of, Function<Json, CaseEvent> read) {}

    private static final List<Type> TYPES = List.of(
            new Type(
                    "opened",
                    Opened.class,
                    e -> new Opened(
                            e.at(),
                            e.by(),
                            e.of("customer", CustomerId::of),
                            e.of("channel", Channel::of),
                            e.text("category"),
                            e.text("priority"))),
            new Type(
                    "message",
                    Message.class,
                    e -> new Message(
                            e.at(),
                            e.by(),
                            e.constant("visibility", Message.Visibility.class),
                            e.constant("kind", Message.Kind.class))),
            new Type("assigned", Assigned.class, e -> new Assigned(e.at(), e.by(), e.assignee(), e.brief())),
            new Type(
                    "waiting",
                    Waiting.class,
                    e -> new Waiting(e.at(), e.by(), e.constant("on", WaitingOn.class), e.time("until"))),
            new Type("resumed", Resumed.class, e -> new Resumed(e.at(), e.by())),
            new Type("asked", Question.class, e -> new Question(e.at(), e.by(), e.text("fact"))),
            new Type(
                    "learned",
                    Fact.class,
                    e -> new Fact(
                            e.at(),
                            e.by(),
                            e.text("fact"),
                            e.constant("source", Actor.Kind.class),
                            e.time("validUntil"))),
            new Type(
                    "promised",
                    Promise.class,
                    e -> new Promise(e.at(), e.by(), e.constant("what", PromiseKind.class), e.time("dueAt"))),
            new Type(
                    "escalated",
                    Escalated.class,
                    e -> new Escalated(e.at(), e.by(), e.text("level"), e.text("reason"))),
            new Type(
                    "classified",
                    Classified.class,
                    e -> new Classified(e.at(), e.by(), e.text("category"), e.text("priority"))),
            new Type(
                    "resolved",
                    Resolved.class,
                    e -> new Resolved(
                            e.at(),
                            e.by(),
                            e.text("code"),
                            e.text("rootCause"),
                            e.constant("confirmedBy", Resolved.Confirmation.class))),
            new Type("reopened", Reopened.class, e -> new Reopened(e.at(), e.by(), e.text("reason"))),
            new Type("closed", Closed.class, e -> new Closed(e.at(), e.by())),
            new Type(
                    "linked",
                    Linked.class,
                    e -> new Linked(e.at(), e.by(), e.constant("kind", Linked.Link.class), e.of("other", CaseId::of))),
            new Type("merged-into", Merged.class, e -> new Merged(e.at(), e.by(), e.of("other", CaseId::of))),
            new Type(
                    "under-policy",
                    SlaPolicyApplied.class,
                    e -> new SlaPolicyApplied(e.at(), e.by(), e.text("policy"))));

    static final Map<Class<?>, String> NAMES =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Type::of, Type::name));

    private static final Map<String, Type> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Type::name, type -> type));

    private EventTypes() {}

    static CaseEvent read(Map<String, @Nullable Object> all) {
        Json json = new Json(all);
        Type type = BY_NAME.get(requireNonNull(json.text("type"), "type of a case event is missing"));
        return type == null ? json.unknown() : type.read.apply(json);
    }

    static void check(Instant occurredAt, Actor by) {
        requireNonNull(occurredAt, "occurredAt of a case event is missing");
        requireNonNull(by, "by of a case event is missing");
    }

    /** One event as a mapper read it. */
    private record Json(Map<String, @Nullable Object> fields) {

        private static String of(String name) {
            return name + " of a case event";
        }

        Instant at() {
            return time("occurredAt");
        }

        Actor by() {
            Map<String, @Nullable Object> by = requireNonNull(object("by"), "by of a case event is missing");
            return Actor.read(by.get("kind"), by.get("id"));
        }

        Assignee assignee() {
            Map<String, @Nullable Object> to = requireNonNull(object("to"), "to of assigned is missing");
            return Assignee.read(to.get("bot"), to.get("team"), to.get("person"));
        }

        @Nullable
        Brief brief() {
            Map<String, @Nullable Object> brief = object("brief");
            return brief == null
                    ? null
                    : Brief.read(brief.get("tried"), brief.get("facts"), brief.get("questions"), brief.get("promises"));
        }

        CaseEvent unknown() {
            Map<String, @Nullable Object> others = new LinkedHashMap<>(fields);
            others.keySet().removeAll(List.of("type", "occurredAt", "by"));
            return new CaseEvent.Unknown(text("type"), at(), by(), others);
        }

        String text(String name) {
            return JsonValues.text(of(name), fields.get(name));
        }

        Instant time(String name) {
            return JsonValues.time(of(name), fields.get(name));
        }

        <T> T of(String name, Function<String, T> read) {
            return JsonValues.of(of(name), fields.get(name), read);
        }

        <E extends Enum<E>> E constant(String name, Class<E> type) {
            return JsonValues.constant(of(name), fields.get(name), type);
        }

        private @Nullable Map<String, @Nullable Object> object(String name) {
            return JsonValues.object(of(name), fields.get(name));
        }
    }
}
