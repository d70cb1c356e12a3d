package dev.cxkit.metrics.service;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes legal cases of a seed: events at random, of which those that cannot follow are dropped. */
final class RandomCases {

    /** In the middle: some cases are not open yet then, and some are long done. */
    static final Instant AS_OF = Story.START.plus(Duration.ofDays(10));

    private static final List<Actor> ACTORS = List.of(
            Actor.customer("ann"),
            Actor.agent("bob"),
            Actor.agent("eve"),
            Actor.bot("robot"),
            Actor.SYSTEM,
            new Actor(Actor.Kind.PARTNER, "carrier"));
    private static final List<Assignee> ASSIGNEES = List.of(
            Assignee.team("one"),
            Assignee.person("one", "bob"),
            Assignee.person("one", "eve"),
            Assignee.person("two", "kim"),
            Assignee.bot("robot"));
    private static final List<String> FACTS = List.of("order", "address", "device");

    private RandomCases() {}

    static Case next(Random random) {
        Instant at = Story.START.plusSeconds(random.nextInt(86_400 * 12));
        CustomerId customer = random.nextInt(10) == 0 ? null : CustomerId.of("c" + random.nextInt(30));
        String category = random.nextInt(10) == 0 ? null : "category " + random.nextInt(2);
        Channel channel = random.nextInt(10) == 0 ? null : pick(List.of(Channel.CHAT, Channel.PHONE), random);
        Case made = Case.of(
                CaseId.of("case " + random.nextInt(100)),
                List.of(new WorkflowEvent.Opened(at, pick(ACTORS, random), customer, channel, category, null)));
        int events = random.nextInt(25);
        for (int i = 0; i < events; i++) {
            at = at.plus(pause(random));
            Case longer = longer(made, event(at, random));
            made = longer == null ? made : longer;
        }
        return made;
    }

    private static Duration pause(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(random.nextInt(86_400 * 4));
            default -> Duration.ofSeconds(random.nextInt(7_200));
        };
    }

    private static @Nullable Case longer(Case made, CaseEvent event) {
        try {
            return made.plus(event);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static CaseEvent event(Instant at, Random random) {
        Actor by = pick(ACTORS, random);
        boolean flag = random.nextBoolean();
        return switch (random.nextInt(20)) {
            case 0, 1 ->
                new WorkflowEvent.Assigned(
                        at, by, pick(ASSIGNEES, random), flag ? Brief.of(pick(FACTS, random)) : null);
            case 2 -> new WorkflowEvent.Waiting(at, by, flag ? WaitingOn.CUSTOMER : WaitingOn.THIRD_PARTY, null);
            case 3 -> new WorkflowEvent.Waiting(at, by, WaitingOn.CUSTOMER, at.plusSeconds(1 + random.nextInt(9_000)));
            case 4 -> new WorkflowEvent.Resumed(at, by);
            case 5 -> new ConversationEvent.Question(at, by, pick(FACTS, random));
            case 6 ->
                new ConversationEvent.Fact(
                        at,
                        by,
                        pick(FACTS, random),
                        Actor.Kind.CUSTOMER,
                        flag ? null : at.plusSeconds(random.nextInt(5_000)));
            case 7 ->
                new ConversationEvent.Promise(
                        at,
                        by,
                        flag ? ConversationEvent.PromiseKind.UPDATE : ConversationEvent.PromiseKind.RESOLUTION,
                        at.plusSeconds(1 + random.nextInt(90_000)));
            case 8 -> new WorkflowEvent.Escalated(at, by, "second", null);
            case 9, 10 ->
                new WorkflowEvent.Resolved(
                        at, by, null, null, pick(List.of(WorkflowEvent.Resolved.Confirmation.values()), random));
            case 11, 12 -> new WorkflowEvent.Reopened(at, by, null);
            case 13 -> new WorkflowEvent.Closed(at, by);
            case 14 ->
                random.nextInt(8) == 0
                        ? new WorkflowEvent.Merged(at, by, CaseId.of("other"))
                        : flag
                                ? new WorkflowEvent.Linked(
                                        at,
                                        by,
                                        pick(List.of(WorkflowEvent.Linked.Link.values()), random),
                                        CaseId.of("case " + random.nextInt(100)))
                                : new WorkflowEvent.SlaPolicyApplied(at, by, "gold");
            default ->
                new ConversationEvent.Message(
                        at,
                        by,
                        random.nextInt(5) == 0
                                ? ConversationEvent.Message.Visibility.INTERNAL
                                : ConversationEvent.Message.Visibility.PUBLIC,
                        pick(List.of(ConversationEvent.Message.Kind.values()), random));
        };
    }

    private static <E> E pick(List<E> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
