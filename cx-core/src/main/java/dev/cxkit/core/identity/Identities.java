package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.identity.IdentityAssignment.Rule;
import dev.cxkit.core.identity.IdentityMerge.Outcome;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@index "identity resolution"}: the customer of each observation, the rule that assigned it, merges and conflicts.
 *
 * <ul>
 *   <li>Each observation belongs to one customer, known or unknown, and a strong identifier to one customer at most.
 *   <li>Immutable. It holds personal data, but its {@code toString} does not.
 * </ul>
 */
public final class Identities implements Result {

    private final IdentityResolver resolver;
    private final IdentityAssigner assigner;
    private final int duplicates;
    private final List<Customer> customers = new ArrayList<>();

    /** The customer of each observation. */
    private final int[] customer;

    /** The observations of customer c, in order, are those at {@code first[c]} up to {@code first[c + 1]}. */
    private final int[] first;

    private final int[] members;

    Identities(IdentityResolver resolver, IdentityAssigner assigner, int duplicates) {
        this.resolver = resolver;
        this.assigner = assigner;
        this.duplicates = duplicates;
        int size = assigner.observations.length;
        customer = new int[size];
        int[] number = new int[assigner.identifiers.size() + size];
        Arrays.fill(number, IdentityAssigner.NONE);
        int count = 0;
        for (int s = 0; s < size; s++) {
            if (number[assigner.owner[s]] == IdentityAssigner.NONE) {
                number[assigner.owner[s]] = count++;
            }
            customer[s] = number[assigner.owner[s]];
        }
        first = new int[count + 1];
        for (int c : customer) {
            first[c + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        members = new int[size];
        int[] next = first.clone();
        for (int s = 0; s < size; s++) {
            members[next[customer[s]]++] = s;
        }
        int[] shownBy = new int[assigner.identifiers.size()];
        Arrays.fill(shownBy, IdentityAssigner.NONE);
        for (int c = 0; c < count; c++) {
            customers.add(customer(c, shownBy));
        }
    }

    private Customer customer(int c, int[] shownBy) {
        List<Identifier> theirs = new ArrayList<>();
        for (int m = first[c]; m < first[c + 1]; m++) {
            for (int e = assigner.first[members[m]]; e < assigner.first[members[m] + 1]; e++) {
                int identifier = assigner.shown[e];
                if (shownBy[identifier] != c) {
                    shownBy[identifier] = c;
                    theirs.add(assigner.identifiers.key(identifier));
                }
            }
        }
        return new Customer(CustomerId.of(assigner.observations[members[first[c]]].id()), theirs);
    }

    /**
     * Returns the customers in the order of their earliest observations, each with the identifiers of their observations in the order seen:
     * strong ones, which are theirs alone, and weak ones, which others may have too.
     */
    public List<Customer> customers() {
        return Collections.unmodifiableList(customers);
    }

    /** Returns the customer of this id; empty if there is none. */
    public Optional<Customer> customer(CustomerId id) {
        return number(id).map(customers::get);
    }

    private Optional<Integer> number(CustomerId id) {
        int s = assigner.ids.find(requireNonNull(id, "id").value());
        return s == IdentityAssigner.NONE || members[first[customer[s]]] != s
                ? Optional.empty()
                : Optional.of(customer[s]);
    }

    /** Returns the customers with more observations than the limit: a store's till or a test user, more often than a person. */
    public List<Customer> oversizedProfiles(int limit) {
        List<Customer> large = new ArrayList<>();
        for (int c = 0; c < customers.size(); c++) {
            if (first[c + 1] - first[c] > limit) {
                large.add(customers.get(c));
            }
        }
        return large;
    }

    /** Returns all observations in order of time, without the duplicates. */
    public List<IdentityObservation> observations() {
        return Collections.unmodifiableList(Arrays.asList(assigner.observations));
    }

    /** Returns the observations of a customer in order of time; empty if there is no such customer. */
    public List<IdentityObservation> observations(CustomerId id) {
        List<IdentityObservation> theirs = new ArrayList<>();
        number(id).ifPresent(c -> {
            for (int m = first[c]; m < first[c + 1]; m++) {
                theirs.add(assigner.observations[members[m]]);
            }
        });
        return theirs;
    }

    /** Returns to whom an observation was assigned and why; empty if there is no observation of this id. */
    public Optional<IdentityAssignment> assignment(String observation) {
        int s = assigner.ids.find(requireNonNull(observation, "observation"));
        return s == IdentityAssigner.NONE ? Optional.empty() : Optional.of(assignment(s));
    }

    /** Returns to whom each observation was assigned and why, in order of time. */
    public List<IdentityAssignment> assignments() {
        List<IdentityAssignment> all = new ArrayList<>(customer.length);
        for (int s = 0; s < customer.length; s++) {
            all.add(assignment(s));
        }
        return all;
    }

    private IdentityAssignment assignment(int s) {
        int by = assigner.by[s];
        int evidence = assigner.evidence[s];
        return new IdentityAssignment(
                assigner.observations[s].id(),
                customers.get(customer[s]).id(),
                assigner.rule[s],
                by == IdentityAssigner.NONE ? null : assigner.identifiers.key(by),
                evidence == IdentityAssigner.NONE ? null : assigner.observations[evidence].id());
    }

    /** Returns what became of strong identifiers that were seen together, in order of time. */
    public List<IdentityMerge> merges() {
        return Collections.unmodifiableList(assigner.merges);
    }

    /** Returns the merges that were refused because one person would have had two values of one strong kind. */
    public List<IdentityMerge> conflicts() {
        return assigner.merges.stream()
                .filter(merge -> merge.outcome() == IdentityMerge.Outcome.CONFLICT)
                .toList();
    }

    /** Returns how many observations were excluded because an earlier one has the same id. */
    public int duplicates() {
        return duplicates;
    }

    /** Returns the resolver that gave this. */
    public IdentityResolver resolver() {
        return resolver;
    }

    /**
     * Returns what is left without a customer: their observations are gone, their strong identifiers also where others' observations or
     * cannot-links name them, and every merge and assignment of these. All other customers are as they were, and keep what weak identifiers
     * they shared. Whoever resolves again takes {@link #observations()} and {@link #resolver()} of what is returned, which know nothing of
     * the customer; the host's own records are the host's to delete. Takes as long as to resolve.
     *
     * @return this itself if there is no such customer
     */
    public Identities forget(CustomerId id) {
        Optional<Integer> gone = number(id);
        if (gone.isEmpty()) {
            return this;
        }
        Set<Identifier> theirs = new HashSet<>(customers.get(gone.get()).identifiers());
        theirs.removeIf(identifier -> !identifier.strong());
        List<IdentityObservation> rest = new ArrayList<>();
        for (int s = 0; s < customer.length; s++) {
            if (customer[s] != gone.get()) {
                rest.add(without(assigner.observations[s], theirs));
            }
        }
        return resolver.without(theirs).resolve(rest);
    }

    private static IdentityObservation without(IdentityObservation observation, Set<Identifier> gone) {
        if (Collections.disjoint(gone, observation.identifiers())) {
            return observation;
        }
        return new IdentityObservation(
                observation.id(),
                observation.occurredAt(),
                observation.identifiers().stream()
                        .filter(identifier -> !gone.contains(identifier))
                        .toList());
    }

    /** Returns how many customers and observations there are. */
    @Override
    public String toString() {
        return "Identities[customers=" + customers.size() + ", observations=" + customer.length + "]";
    }

    /**
     * Returns how many {@code customers}, {@code observations} and {@code duplicates} there are, the {@code assignments} by rule, the
     * {@code merges} by outcome, and the {@code conflicts}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("customers", customers.size())
                .with("observations", customer.length)
                .with("duplicates", duplicates)
                .with("assignments", counts(Rule.class, Arrays.stream(assigner.rule)))
                .with("merges", counts(Outcome.class, assigner.merges.stream().map(IdentityMerge::outcome)))
                .with("conflicts", conflicts())
                .map();
    }

    private static <E extends Enum<E>> Map<E, Integer> counts(Class<E> constants, Stream<E> all) {
        Map<E, Integer> counts = new EnumMap<>(constants);
        for (E constant : constants.getEnumConstants()) {
            counts.put(constant, 0);
        }
        all.forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }

    /** Returns whether the other is of equal observations and rules, from which all else follows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identities that
                && resolver.equals(that.resolver)
                && duplicates == that.duplicates
                && Arrays.equals(assigner.observations, that.assigner.observations);
    }

    @Override
    public int hashCode() {
        return 31 * resolver.hashCode() + Arrays.hashCode(assigner.observations);
    }

    /** Only what was given travels; the rest is worked out again, since hash codes differ from one machine to the next. */
    private Object writeReplace() {
        return new Given(resolver, assigner.observations, duplicates);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("identities are read through what was given");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Given(IdentityResolver resolver, IdentityObservation[] observations, int duplicates)
            implements Serializable {

        private Object readResolve() {
            return new Identities(resolver, new IdentityAssigner(resolver, Arrays.asList(observations)), duplicates);
        }
    }
}
