package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
import dev.cxkit.core.touchpoint.Touchpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    void feedback() {
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
                .extracting(placement -> placement.customer() + " " + placement.rule())
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
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/cxkit/core/json"))) {
            for (Path file : files.toList()) {
                tests.addAll(lines(Files.readString(file)));
            }
        }
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .filter(block -> !block.contains("org.springframework"))
                .toList();
        assertThat(blocks)
                .hasSize(7)
                .allSatisfy(block -> assertThat(Collections.indexOfSubList(tests, lines(block)))
                        .as(block)
                        .isNotNegative());
    }

    private static List<String> lines(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.contains("Instant NOON ="))
                .toList();
    }
}
