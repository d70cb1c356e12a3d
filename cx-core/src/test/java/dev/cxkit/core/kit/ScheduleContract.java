package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host's own schedule keeps. */
public abstract class ScheduleContract {

    /** Returns the schedule to check. */
    protected abstract Schedule schedule();

    /** Returns a period in which it opens and closes, better several times than once. */
    protected abstract TimeRange range();

    /** Where things change in the period, and what lies half-way between. */
    private List<Instant> instants() {
        List<Instant> edges = new ArrayList<>();
        edges.add(range().from());
        schedule().open(range()).ranges().stream().limit(20).forEach(open -> {
            edges.add(open.from());
            edges.add(open.to());
        });
        edges.add(range().to());
        List<Instant> instants = new ArrayList<>(edges);
        for (int i = 1; i < edges.size(); i++) {
            instants.add(edges.get(i - 1)
                    .plus(Duration.between(edges.get(i - 1), edges.get(i)).dividedBy(2)));
        }
        return instants;
    }

    private List<Duration> lengths() {
        Duration all = schedule().open(range()).length();
        return List.of(
                Duration.ofNanos(1),
                all.dividedBy(3).plusNanos(1),
                all.dividedBy(2).plusNanos(1),
                all);
    }

    @Test
    void is_open_in_the_range_and_closed_in_it() {
        assertThat(schedule().elapsed(range().from(), range().to()))
                .isPositive()
                .isLessThan(range().length());
    }

    @Test
    void elapsed_is_the_length_of_what_is_open() {
        ScheduleLaws.elapsedIsTheLengthOfWhatIsOpen(schedule(), range());
        instants().stream()
                .filter(at -> at.isBefore(range().to()))
                .forEach(at -> ScheduleLaws.elapsedIsTheLengthOfWhatIsOpen(schedule(), TimeRange.of(at, range().to())));
    }

    @Test
    void a_range_cut_in_two_is_open_when_its_parts_are() {
        instants().stream()
                .filter(at -> at.isAfter(range().from()) && at.isBefore(range().to()))
                .forEach(at -> ScheduleLaws.partsMakeTheWhole(schedule(), range(), at));
    }

    @Test
    void due_is_where_elapsed_reaches_the_target() {
        for (Instant at : instants()) {
            for (Duration length : lengths()) {
                ScheduleLaws.dueIsWhereElapsedReachesTheTarget(schedule(), at, length);
                ScheduleLaws.beforeIsWhereElapsedReachesTheLength(schedule(), at, length);
                ScheduleLaws.moreIsDueLater(schedule(), at, length, length.multipliedBy(2));
            }
        }
    }

    @Test
    void nothing_is_open_up_to_the_next_opening() {
        instants().forEach(at -> ScheduleLaws.nothingIsOpenUpToTheNextOpening(schedule(), at));
    }
}
