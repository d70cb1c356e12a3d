package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.identity.IdentityAssignment.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityResolverTest {

    private static final Set<String> STRONG = Set.of("user", "email", "crm");
    private static final IdentityResolver STANDARD = IdentityResolver.standard();

    /** A observation from a line such as {@code 3 cookie:a user:u1}; the id is the number of the row. */
    static IdentityObservation row(int number, String line) {
        String[] words = line.split(" ", -1);
        return new IdentityObservation(
                "" + number,
                Instant.ofEpochSecond(Long.parseLong(words[0])),
                Arrays.stream(words).skip(1).map(IdentityResolverTest::id).toList());
    }

    static Identifier id(String text) {
        String[] parts = text.split(":", 2);
        return new Identifier(Identifier.Kind.of(parts[0]), parts[1], STRONG.contains(parts[0]));
    }

    static List<IdentityObservation> rows(String... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> row(i + 1, lines[i]))
                .toList();
    }

    static List<List<String>> groups(Identities identities) {
        return identities.customers().stream()
                .map(customer -> identities.observations(customer.id()).stream()
                        .map(IdentityObservation::id)
                        .toList())
                .toList();
    }

    /** Worked by hand for this library. */
    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = requireNonNull(IdentityResolverTest.class.getResourceAsStream("/identity/cases.json"))) {
            List<Arguments> cases = new ArrayList<>();
            for (JsonNode each : new ObjectMapper().readTree(in)) {
                cases.add(Arguments.of(each.get("case").asText(), each));
            }
            assertThat(cases).hasSize(12);
            return cases.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_worked_case(String name, JsonNode of) {
        List<String> lines = new ArrayList<>();
        of.get("touchpoints").forEach(line -> lines.add(line.asText()));
        List<List<String>> expected = new ArrayList<>();
        for (JsonNode journey : of.get("journeys_as_row_numbers")) {
            List<String> numbers = new ArrayList<>();
            journey.forEach(number -> numbers.add(number.asText()));
            Collections.sort(numbers);
            expected.add(numbers);
        }
        IdentityResolver resolver =
                of.get("backfill").asBoolean() ? IdentityResolver.standard() : STANDARD.withoutBackFill();
        Identities identities = resolver.resolve(rows(lines.toArray(String[]::new)));
        List<List<String>> found = new ArrayList<>();
        for (List<String> group : groups(identities)) {
            found.add(group.stream().sorted().toList());
        }
        assertThat(found).as(name).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(identities.conflicts()).hasSize(of.get("conflicts").asInt());
    }

    @Test
    void every_assignment_says_by_which_rule_by_what_and_on_which_evidence() {
        Identities identities = STANDARD.resolve(rows(
                "1 cookie:x device:d",
                "2 cookie:x cookie:y",
                "3 cookie:y",
                "4 device:d user:u1",
                "5 cookie:z device:d",
                "6 cookie:z",
                "7 cookie:q",
                "8 cookie:q",
                "9"));
        CustomerId one = CustomerId.of("1");
        CustomerId seven = CustomerId.of("7");
        assertThat(identities.assignments())
                .containsExactly(
                        new IdentityAssignment("1", one, Rule.NEXT_SEEN, id("device:d"), "4"),
                        new IdentityAssignment("2", one, Rule.CHAINED, id("cookie:x"), "1"),
                        new IdentityAssignment("3", one, Rule.CHAINED, id("cookie:y"), "2"),
                        new IdentityAssignment("4", one, Rule.NAMED, id("user:u1"), null),
                        new IdentityAssignment("5", one, Rule.LAST_SEEN, id("device:d"), "4"),
                        new IdentityAssignment("6", one, Rule.LAST_SEEN, id("cookie:z"), "5"),
                        new IdentityAssignment("7", seven, Rule.ANONYMOUS, null, null),
                        new IdentityAssignment("8", seven, Rule.ANONYMOUS, id("cookie:q"), "7"),
                        new IdentityAssignment("9", CustomerId.of("9"), Rule.ANONYMOUS, null, null));
        assertThat(identities.assignment("5")).contains(identities.assignments().get(4));
        assertThat(identities.assignment("10")).isEmpty();
        assertThat(identities.customer(seven)).contains(Customer.of(seven, id("cookie:q")));
        assertThat(identities.customer(CustomerId.of("8"))).isEmpty();
        assertThat(identities.observations(CustomerId.of("8"))).isEmpty();
    }

    @Test
    void what_is_printed_shows_no_identifier() {
        Identities identities = STANDARD.resolve(rows("1 user:secret email:hidden", "2 user:other email:hidden"));
        assertThat(identities).hasToString("Identities[customers=2, observations=2]");
        assertThat(identities.assignments().toString()
                        + identities.merges()
                        + identities.customers()
                        + identities.observations()
                        + STANDARD.withCannotLink(id("user:secret"), id("user:other")))
                .doesNotContain("secret", "hidden", "other:");
    }

    @Test
    void a_merge_is_reported_once_with_its_outcome() {
        Identities identities = STANDARD.withCannotLink(id("crm:c"), id("user:u1"))
                .resolve(rows(
                        "1 user:u1 email:e",
                        "2 user:u1 email:e",
                        "3 user:u2 email:e cookie:k",
                        "4 email:e user:u2",
                        "5 email:e crm:c",
                        "6 user:u2 crm:c",
                        "7 cookie:k"));
        assertThat(identities.merges())
                .containsExactly(
                        new IdentityMerge("1", id("user:u1"), id("email:e"), IdentityMerge.Outcome.MERGED),
                        new IdentityMerge("3", id("user:u2"), id("email:e"), IdentityMerge.Outcome.CONFLICT),
                        new IdentityMerge("5", id("email:e"), id("crm:c"), IdentityMerge.Outcome.CANNOT_LINK),
                        new IdentityMerge("6", id("user:u2"), id("crm:c"), IdentityMerge.Outcome.MERGED));
        assertThat(identities.conflicts()).containsExactly(identities.merges().get(1));
        assertThat(groups(identities)).containsExactly(List.of("1", "2", "4", "5"), List.of("3", "6", "7"));
        assertThat(identities.customers())
                .containsExactly(
                        Customer.of(CustomerId.of("1"), id("user:u1"), id("email:e")),
                        Customer.of(CustomerId.of("3"), id("user:u2"), id("cookie:k"), id("crm:c")));
    }

    @Test
    void two_values_of_one_strong_kind_in_one_observation_are_a_conflict() {
        Identities identities = STANDARD.resolve(rows("1 user:u1 user:u2", "2 user:u2"));
        assertThat(groups(identities)).containsExactly(List.of("1"), List.of("2"));
        assertThat(identities.conflicts())
                .containsExactly(new IdentityMerge("1", id("user:u1"), id("user:u2"), IdentityMerge.Outcome.CONFLICT));
    }

    @Test
    void a_merge_is_split_by_a_cannot_link() {
        List<IdentityObservation> observations =
                rows("1 user:u1", "2 user:u1 email:e", "3 email:e", "4 email:e crm:c", "5 crm:c");
        assertThat(groups(STANDARD.resolve(observations))).hasSize(1);
        assertThat(groups(STANDARD.withCannotLink(id("email:e"), id("user:u1")).resolve(observations)))
                .containsExactly(List.of("1", "2"), List.of("3", "4", "5"));
        // Through others: of the two merges that would bring them together, the later one is refused.
        assertThat(groups(STANDARD.withCannotLink(id("user:u1"), id("crm:c")).resolve(observations)))
                .containsExactly(List.of("1", "2", "3", "4"), List.of("5"));
        IdentityResolver both =
                STANDARD.withCannotLink(id("user:u1"), id("crm:c")).withCannotLink(id("crm:c"), id("email:e"));
        assertThat(groups(both.resolve(rows("1 email:e user:u1", "2 crm:c x:x", "3 crm:c user:u1"))))
                .containsExactly(List.of("1"), List.of("2", "3"));
    }

    @Test
    void identifiers_that_are_weak_or_the_same_have_no_cannot_link() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.withCannotLink(id("user:u1"), id("cookie:secret")))
                .withMessage("identifiers of a cannot-link, of kinds user and cookie, must both be strong");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.withCannotLink(id("user:u1"), id("user:u1")))
                .withMessage("a cannot-link of one identifier of kind user with itself is not possible");
    }

    @Test
    void a_forgotten_customer_is_in_nothing_from_which_one_resolves_again() {
        Identities before = STANDARD.withCannotLink(id("user:u1"), id("crm:c9"))
                .withCannotLink(id("user:u2"), id("crm:c9"))
                .resolve(rows("1 user:u1 email:e device:d", "2 user:u2 email:e device:d", "3 email:e", "4 crm:c9"));
        Identities after = before.forget(CustomerId.of("1"));
        assertThat(groups(after)).containsExactly(List.of("2"), List.of("4"));
        assertThat(after.observations())
                .containsExactlyElementsOf(List.of(row(2, "2 user:u2 device:d"), row(4, "4 crm:c9")));
        assertThat(after.resolver()).isEqualTo(STANDARD.withCannotLink(id("user:u2"), id("crm:c9")));
        assertThat(after.merges()).isEmpty();
        assertThat(after.forget(CustomerId.of("1"))).isSameAs(after);
        List<IdentityObservation> more = new ArrayList<>(after.observations());
        more.add(row(5, "5 device:d"));
        assertThat(groups(after.resolver().resolve(more))).containsExactly(List.of("2", "5"), List.of("4"));
    }

    @Test
    void a_customer_with_more_observations_than_the_limit_is_an_oversized_profile() {
        Identities identities = STANDARD.resolve(rows("1 device:till", "2 device:till", "3 device:till", "4 user:u1"));
        assertThat(identities.oversizedProfiles(2)).containsExactly(Customer.of(CustomerId.of("1"), id("device:till")));
        assertThat(identities.oversizedProfiles(3)).isEmpty();
    }

    @Test
    void the_id_of_a_customer_stays_when_they_log_in() {
        List<IdentityObservation> observations = rows("1 cookie:a", "2 cookie:a", "3 cookie:a user:u1");
        assertThat(STANDARD.resolve(observations.subList(0, 2)).customers())
                .containsExactly(Customer.of(CustomerId.of("1"), id("cookie:a")));
        assertThat(STANDARD.resolve(observations).customers())
                .containsExactly(Customer.of(CustomerId.of("1"), id("cookie:a"), id("user:u1")));
    }

    @Test
    void of_several_observations_with_one_id_the_earliest_counts() {
        Identities identities =
                STANDARD.resolve(List.of(row(1, "2 user:u2"), row(1, "1 user:u1"), row(1, "3 user:u1")));
        assertThat(identities.observations()).containsExactly(row(1, "1 user:u1"));
        assertThat(identities.duplicates()).isEqualTo(2);
    }

    @Test
    void strength_is_part_of_an_identifier() {
        Identifier weak = Identifier.weak(Identifier.Kind.of("user"), "u1");
        Identities identities =
                STANDARD.resolve(List.of(row(1, "1 user:u1"), IdentityObservation.of("2", Instant.EPOCH, weak)));
        assertThat(identities.customers()).hasSize(2);
    }

    @Test
    void nothing_gives_nobody() {
        Identities identities = STANDARD.resolve(List.of());
        assertThat(identities.customers()).isEmpty();
        assertThat(identities.assignments()).isEmpty();
    }

    @Test
    void a_hundred_thousand_identifiers_of_one_person_and_links_to_and_fro() {
        List<IdentityObservation> one = new ArrayList<>();
        List<IdentityObservation> zigzag = new ArrayList<>();
        int size = 100_000;
        for (int i = 0; i < size; i++) {
            one.add(row(i, i + " user:u1 cookie:c" + i + " k" + i + ":v"));
            // Each shares one cookie with a observation on the other side of time.
            int time = i % 2 == 0 ? i : 2 * size - i;
            zigzag.add(row(i, time + " cookie:c" + i + " cookie:c" + (i + 1)));
        }
        zigzag.add(row(size, size + " user:u1 cookie:c0"));
        List<Identifier> strong = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            strong.add(Identifier.strong(Identifier.Kind.of("k" + i), "v"));
        }
        one.add(new IdentityObservation("all", Instant.EPOCH, strong));
        one.add(new IdentityObservation(
                "last", Instant.EPOCH.plusSeconds(size), List.of(id("user:u1"), strong.get(7))));
        Identities identities = STANDARD.resolve(one);
        assertThat(identities.customers()).hasSize(1);
        assertThat(identities.customers().get(0).identifiers()).hasSize(3 * size + 1);
        assertThat(STANDARD.resolve(zigzag).customers()).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void what_is_missing_or_blank_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> STANDARD.resolve(Collections.singletonList(null)))
                .withMessage("observation");
        assertThatNullPointerException()
                .isThrownBy(() -> new IdentityObservation("1", null, List.of()))
                .withMessage("occurredAt of identity observation is missing");
        assertThatNullPointerException()
                .isThrownBy(() -> new IdentityObservation("1", Instant.EPOCH, null))
                .withMessage("identifiers of identity observation 1 are missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityObservation.of(" ", Instant.EPOCH))
                .withMessage("id of identity observation is blank");
    }
}
