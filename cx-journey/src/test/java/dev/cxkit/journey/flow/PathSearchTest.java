package dev.cxkit.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PathSearchTest {

    private static List<String> found(PathSearch search, String text) {
        return search.paths(SampleTouchpoints.journey("c", text)).stream()
                .map(path -> String.join(" ", path.activities()) + " " + path.mark())
                .toList();
    }

    private static Paths over(PathSearch search, String... texts) {
        List<Journey> journeys = new ArrayList<>();
        for (String text : texts) {
            journeys.add(SampleTouchpoints.journey("c" + journeys.size(), text));
        }
        return search.over(journeys);
    }

    @Test
    void pathsAfterAStepEndWithAMarkIfTheJourneyEndsSooner() {
        assertThat(found(PathSearch.after("A", 2), "X@0 A@1 B@2 C@3 D@4")).containsExactly("A B C NONE");
        assertThat(found(PathSearch.after("A", 2), "A@1 B@2 C@3"))
                .as("just long enough")
                .containsExactly("A B C NONE");
        assertThat(found(PathSearch.after("A", 2), "A@1 B@2")).containsExactly("A B END");
        assertThat(found(PathSearch.after("A", 2), "B@0 A@1"))
                .as("nothing follows")
                .isEmpty();
    }

    @Test
    void pathsBeforeAStepStartWithAMarkIfTheJourneyStartsLater() {
        assertThat(found(PathSearch.before("A", 2), "X@0 Y@1 Z@2 A@3 B@4")).containsExactly("Y Z A NONE");
        assertThat(found(PathSearch.before("A", 2), "Z@2 A@3")).containsExactly("Z A START");
        assertThat(found(PathSearch.before("A", 2), "A@3 B@4")).isEmpty();
    }

    @Test
    void pathsBetweenTwoStepsEndAtTheFirstOfTheOther() {
        assertThat(found(PathSearch.between("A", "D", 3), "A@0 B@1 D@2 D@3")).containsExactly("A B D NONE");
        assertThat(found(PathSearch.between("A", "D", 3), "A@0 B@1 C@2 D@3")).containsExactly("A B C D NONE");
        assertThat(found(PathSearch.between("A", "D", 2), "A@0 B@1 C@2 D@3"))
                .as("too late")
                .isEmpty();
        assertThat(found(PathSearch.between("A", "D", 3), "D@0 A@1 B@2"))
                .as("not after")
                .isEmpty();
        assertThat(found(PathSearch.between("A", "A", 3), "A@0 B@1 A@2")).containsExactly("A B A NONE");
        assertThat(found(PathSearch.between("A", "never", 3), "A@0 B@1 A@2")).isEmpty();
    }

    @Test
    void theAnchorIsTheFirstTheLastOrEvery() {
        String text = "A@0 B@1 A@2 C@3 A@4 D@5";
        PathSearch after = PathSearch.after("A", 1);
        assertThat(found(after, text)).containsExactly("A B NONE");
        assertThat(found(after.withAnchor(Anchor.LAST), text)).containsExactly("A D NONE");
        assertThat(found(after.withAnchor(Anchor.EVERY), text)).containsExactly("A B NONE", "A C NONE", "A D NONE");
    }

    @Test
    void repeatsCountAsOneIfAskedFor() {
        PathSearch after = PathSearch.after("A", 2);
        assertThat(found(after, "A@0 A@1 B@2 B@3 C@4")).containsExactly("A A B NONE");
        assertThat(found(after.withoutSelfLoops(), "A@0 A@1 B@2 B@3 C@4")).containsExactly("A B C NONE");
        assertThat(found(after.withoutSelfLoops().withAnchor(Anchor.EVERY), "A@0 A@1"))
                .isEmpty();
    }

    @Test
    void aStepNamedEndIsNoEnd() {
        Paths paths = over(PathSearch.after("A", 2), "A@0 END@1", "A@0 B@1 END@2", "A@0 B@1", "A@0 B@1");
        assertThat(paths.top())
                .containsExactly(
                        new Paths.Path(List.of("A", "B"), Paths.Mark.END, 2),
                        new Paths.Path(List.of("A", "B", "END"), Paths.Mark.NONE, 1),
                        new Paths.Path(List.of("A", "END"), Paths.Mark.END, 1));
        assertThat(paths.distinct()).isEqualTo(3);
    }

    @Test
    void whoHasNoPathDropsOff() {
        Paths paths =
                over(PathSearch.between("A", "D", 9).withTop(1), "A@0 D@1", "A@0 D@1", "A@0 C@1 D@2", "A@0", "B@0");
        assertThat(paths.journeys()).isEqualTo(5);
        assertThat(paths.anchored()).isEqualTo(4);
        assertThat(paths.anchors()).isEqualTo(4);
        assertThat(paths.dropOffShare()).isEqualTo(Proportion.of(1, 4));
        assertThat(paths.top()).hasSize(1);
        assertThat(paths.share(paths.top().get(0))).isEqualTo(Proportion.of(2, 4));
        assertThat(paths.rest()).isEqualTo(1);
    }

    @Property(tries = 200)
    void topAndRestAndDropOffAreAllAnchors(@ForAll Random random) {
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            journeys.add(SampleTouchpoints.random(random));
        }
        int length = 1 + random.nextInt(4);
        for (PathSearch search : List.of(
                PathSearch.after("A", length), PathSearch.before("A", length), PathSearch.between("A", "B", length))) {
            for (Anchor anchor : Anchor.values()) {
                Paths all = search.withAnchor(anchor).withTop(1000).over(journeys);
                long anchors = journeys.stream()
                        .mapToLong(journey -> journey.activities().stream()
                                .filter("A"::equals)
                                .limit(anchor == Anchor.EVERY ? 1000 : 1)
                                .count())
                        .sum();
                long listed = all.top().stream().mapToLong(Paths.Path::count).sum();
                assertThat(all.anchors()).isEqualTo(anchors);
                assertThat(listed + all.dropOff()).isEqualTo(anchors);
                assertThat(all.top()).hasSize((int) all.distinct()).doesNotHaveDuplicates();
                Paths few = search.withAnchor(anchor).withTop(2).over(journeys);
                assertThat(few.top())
                        .isEqualTo(all.top().subList(0, Math.min(2, all.top().size())));
                long top = few.top().stream().mapToLong(Paths.Path::count).sum();
                assertThat(top + few.rest() + few.dropOff()).isEqualTo(anchors);
                long one = journeys.stream()
                        .mapToLong(journey ->
                                search.withAnchor(anchor).paths(journey).size())
                        .sum();
                assertThat(one).as("journey by journey").isEqualTo(listed);
            }
        }
    }

    @Test
    void wrongLengthsAndOtherSearchesAreRefused() {
        assertThatThrownBy(() -> PathSearch.after("A", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length 0 of path is outside 1..100");
        assertThatThrownBy(() -> PathSearch.after("A", 101)).hasMessageContaining("101");
        assertThatThrownBy(() -> PathSearch.after("A", 1).withTop(-1)).hasMessage("most -1 is negative");
        MetricLaws.otherConfigurationIsRefused(PathSearch.after("A", 2), PathSearch.before("A", 2));
        MetricLaws.otherConfigurationIsRefused(
                PathSearch.after("A", 2), PathSearch.after("A", 2).withoutSelfLoops());
    }

    @Test
    void oneStepMoreThanAHundredThousandTimes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("A@").append(i).append(' ');
        }
        Paths paths = over(PathSearch.between("A", "B", 100).withAnchor(Anchor.EVERY), text.toString());
        assertThat(paths.dropOff()).isEqualTo(100_000);
    }
}
