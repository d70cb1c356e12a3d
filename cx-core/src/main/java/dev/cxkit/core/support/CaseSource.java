package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where the cases of a host come from. Implementations may be asked by several threads. */
@FunctionalInterface
public interface CaseSource {

    /** Returns the cases that were opened in the period, in any order; the caller closes the stream. */
    Stream<Case> openedDuring(TimeRange period);

    /** Returns a source of these cases. */
    static CaseSource of(Collection<Case> cases) {
        List<Case> copy = List.copyOf(cases);
        return period -> copy.stream().filter(each -> period.contains(each.openedAt()));
    }

    /** Returns the cases of this source and of another one. */
    default CaseSource and(CaseSource other) {
        requireNonNull(other, "other");
        return period -> Stream.concat(openedDuring(period), other.openedDuring(period));
    }
}
