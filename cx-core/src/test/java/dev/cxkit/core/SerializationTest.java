package dev.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.MonthlyLedger;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.Account;
import dev.cxkit.core.customer.AccountId;
import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.feedback.SurveyKind;
import dev.cxkit.core.identity.Identities;
import dev.cxkit.core.identity.IdentityObservation;
import dev.cxkit.core.identity.IdentityResolver;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Brief;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseBuilder;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.MessageLog;
import dev.cxkit.core.support.Notice;
import dev.cxkit.core.support.StatusLog;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.Holidays;
import dev.cxkit.core.time.Hours;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.time.TimeRanges;
import dev.cxkit.core.touchpoint.Attributes;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.core.touchpoint.UnknownTouchpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that spread work over machines send values by Java serialisation. */
class SerializationTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final CustomerId ANN = CustomerId.of("c-1");

    /** What holds no value: it makes values, or reads and writes them. */
    private static final Set<Class<?>> TOOLS = Set.of(
            Require.class,
            MonthlyLedger.class,
            Feedback.Builder.class,
            Intake.class,
            JsonValues.class,
            JsonValues.Exact.class,
            Document.class,
            CaseBuilder.class,
            MessageLog.class,
            StatusLog.class,
            Interaction.Builder.class);

    static List<Object> values() {
        return Stream.of(nouns(), times(), support(), identities())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> times() {
        Schedule office = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00")
                .with(LocalDate.of(2026, 2, 2), Hours.of(LocalTime.NOON, LocalTime.of(13, 0)))
                .withHolidays(Holidays.of(LocalDate.of(2026, 1, 1)).or(Holidays.annual(MonthDay.of(12, 25))));
        TimeRanges hour = TimeRanges.of(TimeRange.of(NOON, NOON.plusSeconds(3600)));
        return List.of(
                hour,
                office,
                Schedule.of(hour).or(office).until(NOON, Schedule.never()),
                office.workingDays(ZoneOffset.UTC),
                Hours.parse("09:00-12:00"),
                Cadence.monthly(ZoneOffset.UTC).asOf(NOON),
                Cadence.minutes(15, ZoneOffset.UTC),
                Cadence.of("terms", List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)), ZoneOffset.UTC));
    }

    private static List<Object> support() {
        Actor kim = Actor.agent("kim");
        Case parcel = Case.builder("c")
                .opened(NOON, "ann")
                .reply(NOON.plusSeconds(30), kim)
                .build();
        SlaPolicy policy = new SlaPolicy("p", Schedule.always(), List.of(SlaTarget.resolution(Duration.ofHours(2))));
        SlaPolicies policies = SlaPolicies.of(policy);
        SlaClock clock = policies.clocks(parcel, NOON.plusSeconds(60)).get(0);
        return List.of(
                parcel,
                parcel.segments(NOON.plusSeconds(60)),
                policy,
                policy.forPriority("high", "urgent"),
                SlaPolicies.of(policy, new SlaPolicy("q", Schedule.always(), List.of()).forCategory("late")),
                clock,
                clock.segments(),
                clock.thresholds(),
                new CaseInterval(NOON, null, null, false),
                new Notice("n", NOON, Actor.Kind.SYSTEM, Set.of(ANN), List.of(NOON), null),
                new StatusLog.Row(NOON, "open", Assignee.person("kim"), null),
                new CaseEvent.Unknown("far", NOON, kim, Map.of("a", List.of(1L))),
                new ConversationEvent.Question(NOON, kim, "address"),
                new ConversationEvent.Fact(NOON, kim, "address", Actor.Kind.CUSTOMER, null),
                new ConversationEvent.Promise(NOON, kim, ConversationEvent.PromiseKind.UPDATE, NOON.plusSeconds(60)),
                parcel.events(NOON.plusSeconds(60)),
                new WorkflowEvent.Assigned(NOON, kim, Assignee.team("returns"), Brief.of("a fact")),
                new WorkflowEvent.Classified(NOON, kim, "late", null),
                new WorkflowEvent.SlaPolicyApplied(NOON, kim, "p"),
                new WorkflowEvent.Waiting(NOON, kim, WaitingOn.CUSTOMER, null),
                new WorkflowEvent.Resumed(NOON, kim),
                new WorkflowEvent.Escalated(NOON, kim, "2", null),
                new WorkflowEvent.Resolved(NOON, kim, null, null, WorkflowEvent.Resolved.Confirmation.US),
                new WorkflowEvent.Reopened(NOON, kim, null),
                new WorkflowEvent.Closed(NOON, kim),
                new WorkflowEvent.Linked(NOON, kim, WorkflowEvent.Linked.Link.DUPLICATE, CaseId.of("d")),
                new WorkflowEvent.Merged(NOON, kim, CaseId.of("d")));
    }

    private static List<Object> identities() {
        Identifier ann = Identifier.strong(Identifier.Kind.ACCOUNT, "ann");
        Identifier ben = Identifier.strong(Identifier.Kind.ACCOUNT, "ben");
        Identities two = IdentityResolver.standard()
                .resolve(List.of(
                        IdentityObservation.of("s", NOON, ann, ben),
                        IdentityObservation.of("s", NOON.plusSeconds(1), ben)));
        Intake<String> intake = Intake.into(row -> {});
        intake.offer(1, () -> {
            throw new IllegalArgumentException("blank");
        });
        return List.of(two, two.assignments(), two.merges(), intake.report());
    }

    private static List<Object> nouns() {
        Attributes attributes =
                Attributes.of("list", List.of(1, 2.5, Map.of("a", "b"))).with("none", null);
        return List.of(
                ANN,
                Identifier.weak(Identifier.Kind.PHONE, "1"),
                Customer.of(ANN, Identifier.weak(Identifier.Kind.PHONE, "1")),
                Account.of(AccountId.of("a"), Account.Member.of(ANN, "buyer")),
                Order.of(OrderId.of("o"), ANN, NOON, Money.of("1", "EUR")).with("tea", 1, Money.of("1", "EUR")),
                Order.of(OrderId.of("o"), ANN, NOON, Money.of("1", "EUR")).refunded(NOON, Money.of("1", "EUR")),
                new MonthlyLedger.Row(ANN, YearMonth.of(2026, 1), Money.of("1", "EUR"), null),
                Answer.ranked("a", "b"),
                Answer.text("fine"),
                Answer.notApplicable(),
                Subscription.of("s", ANN, Movement.of(Movement.Kind.START, NOON, Money.of("1", "EUR"))),
                IdentityObservation.of("s", NOON, Identifier.weak(Identifier.Kind.PHONE, "1")),
                IdentityResolver.standard()
                        .withCannotLink(
                                Identifier.strong(Identifier.Kind.CARD, "1"),
                                Identifier.strong(Identifier.Kind.CARD, "2")),
                TimeRange.of(NOON, NOON.plusSeconds(1)),
                attributes,
                Scale.of("mine", 1, 7).lowIsBetter(),
                new Answer.Unknown("voice", attributes.asMap()),
                Invitation.of("i", "s", ANN, NOON),
                Feedback.builder("f", "shop")
                        .customer(ANN)
                        .occurredAt(NOON)
                        .subject(Subject.order("o"))
                        .solicited(SurveyKind.TRANSACTIONAL, "s")
                        .answer("q1", Scale.NPS.rate(9))
                        .answer("q2", Answer.chosen("a"))
                        .answer("q3", Answer.skipped())
                        .attribute("n", 1)
                        .build(),
                Interaction.builder("t", TouchpointType.VISIT)
                        .customer(ANN)
                        .channel(Channel.WEB)
                        .occurredAt(NOON)
                        .owner(Owner.of("web"))
                        .build(),
                new UnknownTouchpoint("u", TouchpointType.of("far"), ANN, Channel.IN_APP, NOON, attributes.asMap()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_value_travels(Object value) throws Exception {
        assertThat(copy(value)).isEqualTo(value).isNotSameAs(value);
    }

    @Test
    void a_scale_is_whole_when_it_arrives() throws Exception {
        assertThat(copy(Scale.NPS)).isSameAs(Scale.NPS);
        Scale mine = (Scale) copy(Scale.of("mine", 1, 7));
        assertThat(mine.rate(7)).isEqualTo(Scale.of("mine", 1, 7).rate(7));
    }

    /** A type of a host is serialisable by being a touchpoint. */
    @Test
    void a_touchpoint_of_a_host_travels() throws Exception {
        Touchpoint mine = new Visit("v", ANN, NOON);
        assertThat(copy(mine)).isEqualTo(mine);
    }

    private record Visit(String id, CustomerId customer, Instant occurredAt) implements Touchpoint {

        @Override
        public TouchpointType type() {
            return TouchpointType.VISIT;
        }

        @Override
        public Channel channel() {
            return Channel.STORE;
        }
    }

    @Test
    void the_values_are_of_all_public_types_that_hold_one() throws Exception {
        Set<Class<?>> shown = new HashSet<>();
        values().forEach(value -> show(value, shown));
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : publicTypes()) {
            boolean holds = !type.isInterface() && !type.isEnum() && !TOOLS.contains(type);
            if (holds && !(Serializable.class.isAssignableFrom(type) && shown.contains(type))) {
                missing.add(type.getName());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Class<?>> publicTypes() throws Exception {
        Path classes = Path.of(Touchpoint.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file)
                            .toString()
                            .replace('\\', '.')
                            .replace('/', '.'))
                    .filter(name -> name.startsWith("dev.") && name.endsWith(".class") && !name.contains("-info"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(SerializationTest::isPublic)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Touchpoint.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }

    /** Puts the class of the value down, and those of what is in it. */
    private static void show(@Nullable Object value, Set<Class<?>> shown) {
        if (value instanceof Collection<?> all) {
            all.forEach(each -> show(each, shown));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> show(each, shown));
        } else if (value != null) {
            shown.add(value.getClass());
            if (value.getClass().isRecord()
                    && Modifier.isPublic(value.getClass().getModifiers())) {
                for (RecordComponent part : value.getClass().getRecordComponents()) {
                    try {
                        show(part.getAccessor().invoke(value), shown);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(part.toString(), e);
                    }
                }
            }
        }
    }

    private static Object copy(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
