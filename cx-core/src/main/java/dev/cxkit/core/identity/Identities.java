package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.Customer;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.customer.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose each sighting is, why, and what was refused on the way. Each sighting belongs to one customer, known or unknown, and a strong
 * identifier to one customer at most. Immutable. It holds personal data, but its {@code toString} does not.
 */
public final class Identities {

    private final IdentityResolver resolver;
    private final Placing placing;
    private final List<Customer> customers = new ArrayList<>();

    /** The customer of each sighting. */
    private final int[] customer;

    /** The sightings of customer c, in order, are those at {@code first[c]} up to {@code first[c + 1]}. */
    private final int[] first;

    private final int[] members;

    Identities(IdentityResolver resolver, Placing placing) {
        this.resolver = resolver;
        this.placing = placing;
        int size = placing.sightings.length;
        customer = new int[size];
        int[] number = new int[placing.identifiers.size() + size];
        Arrays.fill(number, Placing.NONE);
        int count = 0;
        for (int s = 0; s < size; s++) {
            if (number[placing.owner[s]] == Placing.NONE) {
                number[placing.owner[s]] = count++;
            }
            customer[s] = number[placing.owner[s]];
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
        int[] shownBy = new int[placing.identifiers.size()];
        Arrays.fill(shownBy, Placing.NONE);
        for (int c = 0; c < count; c++) {
            customers.add(customer(c, shownBy));
        }
    }

    private Customer customer(int c, int[] shownBy) {
        List<Identifier> theirs = new ArrayList<>();
        for (int m = first[c]; m < first[c + 1]; m++) {
            for (int e = placing.first[members[m]]; e < placing.first[members[m] + 1]; e++) {
                int identifier = placing.shown[e];
                if (shownBy[identifier] != c) {
                    shownBy[identifier] = c;
                    theirs.add(placing.identifiers.key(identifier));
                }
            }
        }
        return new Customer(CustomerId.of(placing.sightings[members[first[c]]].id()), theirs);
    }

    /**
     * Returns the customers in the order of their earliest sightings, each with the identifiers of their sightings in the order seen:
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
        int s = placing.ids.find(requireNonNull(id, "id").value());
        return s == Placing.NONE || members[first[customer[s]]] != s ? Optional.empty() : Optional.of(customer[s]);
    }

    /** Returns the customers with more sightings than the limit: a shop's till or a test user, more often than a person. */
    public List<Customer> catchAlls(int limit) {
        List<Customer> large = new ArrayList<>();
        for (int c = 0; c < customers.size(); c++) {
            if (first[c + 1] - first[c] > limit) {
                large.add(customers.get(c));
            }
        }
        return large;
    }

    /** Returns all sightings in order of time, without the duplicates. */
    public List<Sighting> sightings() {
        return Collections.unmodifiableList(Arrays.asList(placing.sightings));
    }

    /** Returns the sightings of a customer in order of time; empty if there is no such customer. */
    public List<Sighting> sightings(CustomerId id) {
        List<Sighting> theirs = new ArrayList<>();
        number(id).ifPresent(c -> {
            for (int m = first[c]; m < first[c + 1]; m++) {
                theirs.add(placing.sightings[members[m]]);
            }
        });
        return theirs;
    }

    /** Returns to whom a sighting was given and why; empty if there is no sighting of this id. */
    public Optional<Placement> placement(String sighting) {
        int s = placing.ids.find(requireNonNull(sighting, "sighting"));
        return s == Placing.NONE ? Optional.empty() : Optional.of(placement(s));
    }

    /** Returns to whom each sighting was given and why, in order of time. */
    public List<Placement> placements() {
        List<Placement> all = new ArrayList<>(customer.length);
        for (int s = 0; s < customer.length; s++) {
            all.add(placement(s));
        }
        return all;
    }

    private Placement placement(int s) {
        int by = placing.by[s];
        int evidence = placing.evidence[s];
        return new Placement(
                placing.sightings[s].id(),
                customers.get(customer[s]).id(),
                placing.rule[s],
                by == Placing.NONE ? null : placing.identifiers.key(by),
                evidence == Placing.NONE ? null : placing.sightings[evidence].id());
    }

    /** Returns what became of strong identifiers that were seen together, in order of time. */
    public List<Join> joins() {
        return Collections.unmodifiableList(placing.joins);
    }

    /** Returns the joins that were refused because one person would have had two values of one strong kind. */
    public List<Join> conflicts() {
        return placing.joins.stream()
                .filter(join -> join.outcome() == Join.Outcome.CONFLICT)
                .toList();
    }

    /** Returns how many sightings were passed over because an earlier one has the same id. */
    public int duplicates() {
        return placing.duplicates;
    }

    /** Returns the resolver that gave this. */
    public IdentityResolver resolver() {
        return resolver;
    }

    /**
     * Returns what is left without a customer: their sightings are gone, their strong identifiers also where others' sightings or
     * separations name them, and every join and placement of these. All other customers are as they were, and keep what weak identifiers
     * they shared. Whoever resolves again takes {@link #sightings()} and {@link #resolver()} of what is returned, which know nothing of
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
        List<Sighting> rest = new ArrayList<>();
        for (int s = 0; s < customer.length; s++) {
            if (customer[s] != gone.get()) {
                rest.add(without(placing.sightings[s], theirs));
            }
        }
        return resolver.without(theirs).resolve(rest);
    }

    private static Sighting without(Sighting sighting, Set<Identifier> gone) {
        if (Collections.disjoint(gone, sighting.identifiers())) {
            return sighting;
        }
        return new Sighting(
                sighting.id(),
                sighting.occurredAt(),
                sighting.identifiers().stream()
                        .filter(identifier -> !gone.contains(identifier))
                        .toList());
    }

    /** Returns how many customers and sightings there are. */
    @Override
    public String toString() {
        return "Identities[customers=" + customers.size() + ", sightings=" + customer.length + "]";
    }
}
