package dev.cxkit.core.identity;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.identity.IdentityAssignment.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The resolution of one lot of observations. Observations and identifiers are numbers here, and each rule is one pass over them. */
final class IdentityAssigner {

    static final int NONE = Numbering.NONE;

    /** In order, each id once. */
    final IdentityObservation[] observations;

    final Numbering<String> ids = new Numbering<>();
    final int duplicates;
    final Numbering<Identifier> identifiers = new Numbering<>();

    /** The identifiers of observation s are those at {@code first[s]} up to {@code first[s + 1]}. */
    final int[] first;

    final int[] shown;

    final List<IdentityMerge> merges = new ArrayList<>();

    /** To whom each observation goes: the strong group, or for an unknown customer a number past all identifiers. */
    final int[] owner;

    final Rule[] rule;
    final int[] by;
    final int[] evidence;

    IdentityAssigner(IdentityResolver resolver, Iterable<IdentityObservation> given) {
        List<IdentityObservation> ordered = new ArrayList<>();
        given.forEach(observation -> ordered.add(requireNonNull(observation, "observation")));
        ordered.sort(Comparator.comparing(IdentityObservation::occurredAt));
        List<IdentityObservation> once = new ArrayList<>(ordered.size());
        for (IdentityObservation observation : ordered) {
            if (ids.number(observation.id()) == once.size()) {
                once.add(observation);
            }
        }
        duplicates = ordered.size() - once.size();
        observations = once.toArray(IdentityObservation[]::new);
        first = new int[observations.length + 1];
        for (int s = 0; s < observations.length; s++) {
            first[s + 1] = first[s] + observations[s].identifiers().size();
        }
        shown = new int[first[observations.length]];
        int edge = 0;
        for (IdentityObservation observation : observations) {
            for (Identifier identifier : observation.identifiers()) {
                shown[edge++] = identifiers.number(identifier);
            }
        }
        owner = filled(observations.length);
        rule = new Rule[observations.length];
        by = filled(observations.length);
        evidence = filled(observations.length);

        named(resolver);
        seen(0, 1, Rule.LAST_SEEN);
        if (resolver.backFill()) {
            seen(observations.length - 1, -1, Rule.NEXT_SEEN);
        }
        linked();
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    private void place(int s, int to, Rule why, int identifier, int other) {
        owner[s] = to;
        rule[s] = why;
        by[s] = identifier;
        evidence[s] = other;
    }

    private void named(IdentityResolver resolver) {
        StrongGroups groups = groups(resolver);
        int[] leading = filled(observations.length);
        Set<Long> refused = new HashSet<>();
        for (int s = 0; s < observations.length; s++) {
            for (int e = first[s]; e < first[s + 1]; e++) {
                if (identifiers.key(shown[e]).strong()) {
                    if (leading[s] == NONE) {
                        leading[s] = shown[e];
                    } else {
                        merge(groups, s, leading[s], shown[e], refused);
                    }
                }
            }
        }
        for (int s = 0; s < observations.length; s++) {
            if (leading[s] != NONE) {
                place(s, groups.find(leading[s]), Rule.NAMED, leading[s], NONE);
            }
        }
        // A refused identifier is not the customer's, so neither the other rules nor the result may see it.
        for (int s = 0; s < observations.length; s++) {
            for (int e = first[s]; e < first[s + 1]; e++) {
                if (identifiers.key(shown[e]).strong() && groups.find(shown[e]) != owner[s]) {
                    shown[e] = leading[s];
                }
            }
        }
    }

    private StrongGroups groups(IdentityResolver resolver) {
        Numbering<Identifier.Kind> kinds = new Numbering<>();
        int[] kind = new int[identifiers.size()];
        for (int i = 0; i < kind.length; i++) {
            kind[i] = kinds.number(identifiers.key(i).kind());
        }
        StrongGroups groups = new StrongGroups(kind);
        for (IdentityResolver.CannotLink cannotLink : resolver.cannotLinks()) {
            int one = identifiers.find(cannotLink.one());
            int other = identifiers.find(cannotLink.other());
            if (one != NONE && other != NONE) {
                groups.addCannotLink(one, other);
            }
        }
        return groups;
    }

    private void merge(StrongGroups groups, int s, int leading, int other, Set<Long> refused) {
        if (groups.find(leading) == groups.find(other)) {
            return;
        }
        IdentityMerge.Outcome outcome = groups.merge(leading, other);
        long pair = (long) Math.min(leading, other) << 32 | Math.max(leading, other);
        // What was refused once is refused whenever it comes again.
        if (outcome == IdentityMerge.Outcome.MERGED || refused.add(pair)) {
            merges.add(
                    new IdentityMerge(observations[s].id(), identifiers.key(leading), identifiers.key(other), outcome));
        }
    }

    /** Goes through time in one direction; who has nobody yet goes to the one who was met nearest on an identifier. */
    private void seen(int start, int step, Rule why) {
        int[] met = filled(identifiers.size());
        for (int s = start; s >= 0 && s < observations.length; s += step) {
            if (owner[s] == NONE) {
                int nearest = NONE;
                for (int e = first[s]; e < first[s + 1]; e++) {
                    int here = met[shown[e]];
                    if (here != NONE && (nearest == NONE || (here - met[nearest]) * step > 0)) {
                        nearest = shown[e];
                    }
                }
                if (nearest != NONE) {
                    place(s, owner[met[nearest]], why, nearest, met[nearest]);
                }
            }
            if (owner[s] != NONE) {
                for (int e = first[s]; e < first[s + 1]; e++) {
                    met[shown[e]] = s;
                }
            }
        }
    }

    /** Whoever is left is linked by weak identifiers to those who were placed last, or to each other. */
    private void linked() {
        // The observations that are left, by identifier, as linked lists in order of time.
        int[] head = filled(identifiers.size());
        int[] next = filled(shown.length);
        int[] of = new int[shown.length];
        for (int s = observations.length - 1; s >= 0; s--) {
            for (int e = first[s]; e < first[s + 1] && owner[s] == NONE; e++) {
                of[e] = s;
                next[e] = head[shown[e]];
                head[shown[e]] = e;
            }
        }
        Deque<Integer> queue = new ArrayDeque<>();
        for (int s = 0; s < observations.length; s++) {
            if (rule[s] == Rule.NEXT_SEEN) {
                queue.add(s);
            }
        }
        spread(queue, Rule.CHAINED, head, next, of);
        for (int s = 0; s < observations.length; s++) {
            if (owner[s] == NONE) {
                place(s, identifiers.size() + s, Rule.ANONYMOUS, NONE, NONE);
                queue.add(s);
                spread(queue, Rule.ANONYMOUS, head, next, of);
            }
        }
    }

    /** Breadth first, so that each is linked by the shortest path; each list is walked once. */
    private void spread(Deque<Integer> queue, Rule why, int[] head, int[] next, int[] of) {
        while (!queue.isEmpty()) {
            int from = queue.remove();
            for (int e = first[from]; e < first[from + 1]; e++) {
                int identifier = shown[e];
                for (int other = head[identifier]; other != NONE; other = next[other]) {
                    int s = of[other];
                    if (owner[s] == NONE) {
                        place(s, owner[from], why, identifier, from);
                        queue.add(s);
                    }
                }
                head[identifier] = NONE;
            }
        }
    }
}
