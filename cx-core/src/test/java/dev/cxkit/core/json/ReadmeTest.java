package dev.cxkit.core.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Answer.Rated;
import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.feedback.Subject;
import dev.cxkit.core.feedback.SurveyKind;
import dev.cxkit.core.identity.Identities;
import dev.cxkit.core.identity.IdentityAssignment;
import dev.cxkit.core.identity.IdentityMerge;
import dev.cxkit.core.identity.IdentityObservation;
import dev.cxkit.core.identity.IdentityResolver;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.Interaction;
import dev.cxkit.core.touchpoint.Owner;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of the README, run; and a check that the README has no other. */
class ReadmeTest {

    private static final Touchpoint VISIT =
            new StoreVisit("t-1", CustomerId.of("c-1"), Instant.EPOCH, Instant.EPOCH, "north", 2);

    @Test
    void feedback() throws Exception {
        Feedback feedback = Feedback.builder("f-1", "shop")
                .occurredAt(Instant.parse("2026-01-31T12:00:00Z"))
                .subject(Subject.order("o-1"))
                .solicited(SurveyKind.TRANSACTIONAL, "post-purchase")
                .answer("recommend", Scale.NPS.rate(9))
                .answer("words", Answer.text("It was fine."))
                .answer("age", Answer.skipped())
                .build();
        assertThat(feedback.answer("age")).contains(Answer.skipped());
        assertThat(feedback.answer("parking")).isEmpty();
        shown(feedback, Feedback.class);
    }

    @Test
    void a_case() throws Exception {
        Instant nine = Instant.parse("2026-01-05T09:00:00Z");
        Actor kim = Actor.agent("kim");
        Case parcel = Case.builder("parcel")
                .opened(nine, "ada")
                .channel(Channel.EMAIL)
                .team("delivery")
                .reply(nine.plus(Duration.ofMinutes(20)), kim)
                .waitingOnCustomer(nine.plus(Duration.ofMinutes(20)), kim)
                .customerReply(nine.plus(Duration.ofHours(3)))
                .resolved(nine.plus(Duration.ofHours(4)), kim)
                .build();
        Schedule office = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00");
        SlaTarget resolution = SlaTarget.resolution(Duration.ofHours(2));
        SlaPolicies policies = SlaPolicies.of(new SlaPolicy("standard", office, List.of(resolution)));
        SlaClock clock = policies.clocks(parcel, nine.plus(Duration.ofDays(1))).get(0);
        assertThat(parcel.waitingOn(nine.plus(Duration.ofHours(1)))).isEqualTo(WaitingOn.CUSTOMER);
        assertThat(clock.status()).isEqualTo(SlaClock.Status.MET);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(80));
        assertThatThrownBy(() -> parcel.plus(
                        new WorkflowEvent.Waiting(nine.plus(Duration.ofHours(5)), kim, WaitingOn.CUSTOMER, null)))
                .hasMessage("waiting at 2026-01-05T14:00:00Z of case parcel is not possible in a case that is done");
        shown(parcel, Case.class);
    }

    @Test
    void the_json_of_a_touchpoint_and_of_an_order() throws Exception {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        Touchpoint visit = Interaction.builder("t-1", TouchpointType.VISIT)
                .customer(CustomerId.of("ada"))
                .channel(Channel.WEB)
                .occurredAt(noon)
                .endedAt(noon.plusSeconds(900))
                .owner(Owner.of("web"))
                .attribute("pages", 3)
                .build();
        shown(visit, Touchpoint.class);
        Order order = Order.of(OrderId.of("o-1"), CustomerId.of("ada"), noon, Money.of("30", "EUR"))
                .through(Channel.STORE)
                .with("tea", 2, Money.of("25", "EUR"))
                .refunded(noon.plusSeconds(86_400), Money.of("0.50", "EUR"));
        shown(order, Order.class);
    }

    /** The README shows the JSON of the value, which both mappers write and read. */
    private static <T> void shown(T value, Class<T> type) throws Exception {
        List<String> texts = new ArrayList<>();
        for (String block : blocks("json")) {
            texts.add(JsonMapper.builder().build().readTree(block).toString());
        }
        for (Json json : List.of(Jackson2.create(), Jackson3.create())) {
            assertThat(texts).contains(json.write(value));
            assertThat(json.read(json.write(value), type)).isEqualTo(value);
        }
    }

    @Test
    void who_is_who() {
        Instant nine = Instant.parse("2026-01-31T09:00:00Z");
        Instant ten = nine.plusSeconds(3600);
        Instant eleven = ten.plusSeconds(3600);
        Instant noon = eleven.plusSeconds(3600);
        Identifier cookie = Identifier.weak(Identifier.Kind.COOKIE, "7");
        Identifier ann = Identifier.strong(Identifier.Kind.ACCOUNT, "ann");
        Identifier ben = Identifier.strong(Identifier.Kind.ACCOUNT, "ben");
        Identifier card = Identifier.strong(Identifier.Kind.CARD, "12");
        Identities identities = IdentityResolver.standard()
                .resolve(List.of(
                        IdentityObservation.of("t-1", nine, cookie),
                        IdentityObservation.of("t-2", ten, ann, card, cookie),
                        IdentityObservation.of("t-3", eleven, cookie),
                        IdentityObservation.of("t-4", noon, ben, card)));
        assertThat(identities.assignments())
                .extracting(assignment -> assignment.customer() + " " + assignment.rule())
                .containsExactly("t-1 NEXT_SEEN", "t-1 NAMED", "t-1 LAST_SEEN", "t-4 NAMED");
        assertThat(identities.conflicts())
                .containsExactly(new IdentityMerge("t-4", ben, card, IdentityMerge.Outcome.CONFLICT));
        assertThat(identities.assignment("t-3"))
                .contains(new IdentityAssignment(
                        "t-3", CustomerId.of("t-1"), IdentityAssignment.Rule.LAST_SEEN, cookie, "t-2"));
        IdentityResolver undone = identities.resolver().withCannotLink(ann, card);
        Identities apart = undone.resolve(identities.observations());
        Identities withoutAnn = identities.forget(CustomerId.of("t-1"));
        assertThat(apart.customers())
                .containsExactly(
                        Customer.of(CustomerId.of("t-1"), cookie, ann), Customer.of(CustomerId.of("t-4"), ben, card));
        assertThat(withoutAnn.observations()).containsExactly(IdentityObservation.of("t-4", noon, ben));
        assertThat(identities.oversizedProfiles(1000)).isEmpty();
    }

    @Test
    void rows() {
        double[] scores = {9, 11, 7};
        List<Rated> ratings = new ArrayList<>();
        Intake<Rated> intake = Intake.into(ratings::add);
        for (int row = 1; row <= scores.length; row++) {
            double score = scores[row - 1];
            intake.offer(row, () -> Scale.NPS.rate(score));
        }
        intake.finish();
        assertThat(ratings).hasSize(2);
        assertThat(intake.rejectedRows()).extracting(RejectedRow::position).containsExactly(2L);
    }

    @Test
    void plain_jackson_2() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new JavaTimeModule())
                .registerSubtypes(StoreVisit.class)
                .build();
        assertThat(mapper.readValue(mapper.writeValueAsString(VISIT), Touchpoint.class))
                .isEqualTo(VISIT);
    }

    @Test
    void a_module_of_jackson_2_registers_as_well() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule("touchpoint-types").registerSubtypes(StoreVisit.class))
                .build();
        assertThat(mapper.readValue(mapper.writeValueAsString(VISIT), Touchpoint.class))
                .isEqualTo(VISIT);
    }

    @Test
    void all_code_of_the_readme_stands_in_a_test() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(module().resolve("src/test/java/dev/cxkit/core/json"))) {
            for (Path file : files.toList()) {
                tests.addAll(lines(Files.readString(file)));
            }
        }
        List<String> blocks = blocks("java").stream()
                .filter(block -> !block.contains("org.springframework"))
                .toList();
        assertThat(blocks)
                .hasSize(9)
                .allSatisfy(block -> assertThat(Collections.indexOfSubList(tests, lines(block)))
                        .as(block)
                        .isNotNegative());
        assertThat(blocks("json")).hasSize(4);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(module().resolve("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** The folder of this module, wherever the test is started: the one above its classes that has a README. */
    private static Path module() {
        Path folder = Path.of(URI.create(ReadmeTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = requireNonNull(folder.getParent(), "folder with a README.md");
        }
        return folder;
    }

    private static List<String> lines(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains("Instant NOON ="))
                .toList();
    }
}
