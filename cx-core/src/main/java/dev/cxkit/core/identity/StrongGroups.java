package dev.cxkit.core.identity;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Strong identifiers, by number, in groups of one person each: a union-find in which a union may be refused. Two values of a kind are
 * two identifiers, so two groups may be one only if they have no kind in common.
 */
final class StrongGroups {

    private final int[] parent;
    private final int[] kind;

    /** At the root of a group of two and more: its kinds. */
    private final @Nullable Set<Integer>[] kinds;

    /** At the root of a group: identifiers that must stay out, each of which has one of this group among its own. */
    private final @Nullable Set<Integer>[] cannotLinks;

    /** Begins with each identifier by itself; {@code kind} is the number of its kind. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    StrongGroups(int[] kind) {
        this.kind = kind;
        this.parent = new int[kind.length];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        this.kinds = new Set[kind.length];
        this.cannotLinks = new Set[kind.length];
    }

    /** Refuses from now on to merge the groups of the two. */
    void addCannotLink(int one, int other) {
        add(cannotLinks, one, other);
        add(cannotLinks, other, one);
    }

    private static void add(@Nullable Set<Integer>[] sets, int at, int value) {
        Set<Integer> set = sets[at];
        if (set == null) {
            set = new HashSet<>();
            sets[at] = set;
        }
        set.add(value);
    }

    /** Returns the identifier that stands for the group of this one. */
    int find(int identifier) {
        int at = identifier;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Makes the groups of the two, which are not the same, one, or says why not. */
    IdentityMerge.Outcome merge(int one, int other) {
        int a = find(one);
        int b = find(other);
        Set<Integer> kindsOfA = kinds(a);
        Set<Integer> kindsOfB = kinds(b);
        int into = kindsOfA.size() >= kindsOfB.size() ? a : b;
        int from = into == a ? b : a;
        Set<Integer> more = into == a ? kindsOfA : kindsOfB;
        Set<Integer> fewer = into == a ? kindsOfB : kindsOfA;
        if (cannotLink(a, b)) {
            return IdentityMerge.Outcome.CANNOT_LINK;
        }
        for (Integer each : fewer) {
            if (more.contains(each)) {
                return IdentityMerge.Outcome.CONFLICT;
            }
        }
        Set<Integer> all = more.size() == 1 ? new HashSet<>(more) : more;
        all.addAll(fewer);
        kinds[into] = all;
        kinds[from] = null;
        parent[from] = into;
        cannotLinks[into] = union(cannotLinks[into], cannotLinks[from]);
        cannotLinks[from] = null;
        return IdentityMerge.Outcome.MERGED;
    }

    private Set<Integer> kinds(int root) {
        Set<Integer> several = kinds[root];
        return several == null ? Set.of(kind[root]) : several;
    }

    private boolean cannotLink(int a, int b) {
        Set<Integer> ofA = cannotLinks[a];
        Set<Integer> ofB = cannotLinks[b];
        if (ofA == null || ofB == null) {
            return false;
        }
        int to = ofA.size() <= ofB.size() ? b : a;
        for (int each : to == b ? ofA : ofB) {
            if (find(each) == to) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Set<Integer> union(@Nullable Set<Integer> one, @Nullable Set<Integer> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Set<Integer> large = one.size() >= other.size() ? one : other;
        large.addAll(large == one ? other : one);
        return large;
    }
}
