package dev.cxkit.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.identity.IdentityAssignment.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of resolving, on few identifiers so that they meet often. */
class IdentityLawsTest {

    private static final String[] IDENTIFIERS = {
        "user:1",
        "user:2",
        "user:3",
        "email:1",
        "email:2",
        "crm:1",
        "crm:2",
        "cookie:1",
        "cookie:2",
        "cookie:3",
        "cookie:4",
        "device:1",
        "device:2",
        "device:3",
        "cookie:5",
        "cookie:6",
        "cookie:7",
        "device:4"
    };

    /** Observations at seconds 1, 2, 3 and so on. */
    @Provide
    static Arbitrary<List<IdentityObservation>> observations() {
        return Arbitraries.of(IDENTIFIERS)
                .list()
                .ofMaxSize(3)
                .list()
                .ofMaxSize(30)
                .map(lines -> {
                    List<IdentityObservation> observations = new ArrayList<>();
                    for (List<String> line : lines) {
                        int number = observations.size() + 1;
                        observations.add(
                                IdentityResolverTest.row(number, (number + " " + String.join(" ", line)).strip()));
                    }
                    return observations;
                });
    }

    @Provide
    static Arbitrary<IdentityResolver> resolvers() {
        Arbitrary<Identifier> strong =
                Arbitraries.of(IDENTIFIERS).map(IdentityResolverTest::id).filter(Identifier::strong);
        Arbitrary<List<IdentityResolver.CannotLink>> apart = strong.tuple2()
                .filter(pair -> !pair.get1().equals(pair.get2()))
                .map(pair -> new IdentityResolver.CannotLink(pair.get1(), pair.get2()))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(Arbitraries.of(true, false), apart).as(IdentityResolver::new);
    }

    @Property
    void every_observation_is_one_customers_and_every_strong_identifier_one_customers_at_most(
            @ForAll("observations") List<IdentityObservation> observations,
            @ForAll("resolvers") IdentityResolver resolver) {
        Identities identities = resolver.resolve(observations);
        List<IdentityObservation> all = new ArrayList<>();
        Map<Identifier, CustomerId> owners = new HashMap<>();
        for (Customer customer : identities.customers()) {
            List<IdentityObservation> theirs = identities.observations(customer.id());
            assertThat(theirs.get(0).id()).isEqualTo(customer.id().value());
            all.addAll(theirs);
            Set<Identifier.Kind> kinds = new HashSet<>();
            for (Identifier identifier : customer.identifiers()) {
                if (identifier.strong()) {
                    assertThat(kinds.add(identifier.kind())).isTrue();
                    assertThat(owners.put(identifier, customer.id())).isNull();
                }
            }
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(observations);
        for (IdentityResolver.CannotLink separation : resolver.cannotLinks()) {
            CustomerId one = owners.get(separation.one());
            assertThat(one == null || !one.equals(owners.get(separation.other())))
                    .isTrue();
        }
    }

    @Property
    void every_reason_holds(
            @ForAll("observations") List<IdentityObservation> observations,
            @ForAll("resolvers") IdentityResolver resolver) {
        Identities identities = resolver.resolve(observations);
        Map<Identifier, Set<CustomerId>> shownBy = new HashMap<>();
        for (IdentityAssignment assignment : identities.assignments()) {
            IdentityObservation observation = observations.get(Integer.parseInt(assignment.observation()) - 1);
            boolean named = observation.identifiers().stream().anyMatch(Identifier::strong);
            assertThat(assignment.rule() == Rule.NAMED).isEqualTo(named);
            observation
                    .identifiers()
                    .forEach(identifier -> shownBy.computeIfAbsent(identifier, any -> new HashSet<>())
                            .add(assignment.customer()));
            if (assignment.evidence() != null) {
                IdentityAssignment other =
                        identities.assignment(assignment.evidence()).orElseThrow();
                assertThat(other.customer()).isEqualTo(assignment.customer());
                assertThat(observation.identifiers()).contains(assignment.by());
                assertThat(observations
                                .get(Integer.parseInt(other.observation()) - 1)
                                .identifiers())
                        .contains(assignment.by());
                if (assignment.rule() == Rule.LAST_SEEN || assignment.rule() == Rule.NEXT_SEEN) {
                    boolean earlier = Integer.parseInt(other.observation()) < Integer.parseInt(observation.id());
                    assertThat(earlier).isEqualTo(assignment.rule() == Rule.LAST_SEEN);
                }
            }
            if (!resolver.backFill()) {
                assertThat(assignment.rule()).isNotIn(Rule.NEXT_SEEN, Rule.CHAINED);
            }
        }
        for (IdentityAssignment assignment : identities.assignments()) {
            if (assignment.rule() == Rule.ANONYMOUS && resolver.backFill()) {
                // Nobody else was met on anything that an unknown customer showed.
                for (Identifier identifier : observations
                        .get(Integer.parseInt(assignment.observation()) - 1)
                        .identifiers()) {
                    assertThat(shownBy.get(identifier)).containsExactly(assignment.customer());
                }
            }
        }
    }

    @Property
    void the_order_in_which_observations_of_different_times_are_given_changes_nothing(
            @ForAll("observations") List<IdentityObservation> observations,
            @ForAll("resolvers") IdentityResolver resolver,
            @ForAll long seed) {
        List<IdentityObservation> shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, new Random(seed));
        same(resolver.resolve(shuffled), resolver.resolve(observations));
    }

    private static void same(Identities one, Identities other) {
        assertThat(one.customers()).isEqualTo(other.customers());
        assertThat(one.assignments()).isEqualTo(other.assignments());
        assertThat(one.merges()).isEqualTo(other.merges());
    }

    @Property
    void to_forget_takes_one_customer_away_and_leaves_all_others_as_they_were(
            @ForAll("observations") List<IdentityObservation> observations,
            @ForAll("resolvers") IdentityResolver resolver) {
        Identities before = resolver.resolve(observations);
        for (Customer gone : before.customers()) {
            Identities after = before.forget(gone.id());
            List<Customer> others = new ArrayList<>(before.customers());
            others.remove(gone);
            assertThat(after.customers()).isEqualTo(others);
            assertThat(after.assignments())
                    .isEqualTo(before.assignments().stream()
                            .filter(assignment -> !assignment.customer().equals(gone.id()))
                            .toList());
            assertThat(after.merges())
                    .isEqualTo(before.merges().stream()
                            .filter(merge -> !gone.identifiers().contains(merge.leading())
                                    && !gone.identifiers().contains(merge.other()))
                            .toList());
            assertThat(after.observations())
                    .allSatisfy(observation -> assertThat(observation.identifiers())
                            .noneMatch(
                                    each -> each.strong() && gone.identifiers().contains(each)));
            same(after.resolver().resolve(after.observations()), after);
            same(after.forget(gone.id()), after);
        }
    }

    @Property
    void a_cannot_link_is_as_if_what_is_refused_had_never_been_shown(
            @ForAll("observations") List<IdentityObservation> observations,
            @ForAll("resolvers") IdentityResolver resolver) {
        Identities apart = resolver.resolve(observations);
        Set<Set<Identifier>> refused = new HashSet<>();
        for (IdentityMerge merge : apart.merges()) {
            if (merge.outcome() != IdentityMerge.Outcome.MERGED) {
                refused.add(Set.of(merge.leading(), merge.other()));
            }
        }
        List<IdentityObservation> without = new ArrayList<>();
        for (IdentityObservation observation : observations) {
            Identifier leading = observation.identifiers().stream()
                    .filter(Identifier::strong)
                    .findFirst()
                    .orElse(null);
            without.add(new IdentityObservation(
                    observation.id(),
                    observation.occurredAt(),
                    observation.identifiers().stream()
                            .filter(each ->
                                    leading == null || each.equals(leading) || !refused.contains(Set.of(leading, each)))
                            .toList()));
        }
        Identities plain = new IdentityResolver(resolver.backFill(), List.of()).resolve(without);
        assertThat(plain.customers()).isEqualTo(apart.customers());
        assertThat(plain.assignments()).isEqualTo(apart.assignments());
        assertThat(plain.conflicts()).isEmpty();
    }
}
