package dev.cxkit.journey.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTableTest {

    @Test
    void equalPathsAreAddedUpAndTheOrderOfRowsChangesNothing() {
        List<PathRow> rows = new ArrayList<>(List.of(
                PathRow.of(List.of("b"), 1, 10, 0),
                PathRow.of(List.of("a", "b"), 0, 0, 1),
                PathRow.of(List.of("b"), 2, 5, 3),
                PathRow.of(List.of("a"), 1, 0, 0),
                PathRow.of(List.of("z"), 0, 0, 0)));
        PathTable table = PathTable.of(rows);
        assertThat(table.rows())
                .containsExactly(
                        PathRow.of(List.of("a"), 1, 0, 0),
                        PathRow.of(List.of("a", "b"), 0, 0, 1),
                        PathRow.of(List.of("b"), 3, 15, 3));
        Collections.shuffle(rows, new Random(1));
        assertThat(PathTable.of(rows)).isEqualTo(table);
        assertThat(PathTable.of(rows.subList(0, 2)).plus(PathTable.of(rows.subList(2, 5))))
                .isEqualTo(table);
        assertThat(table.activities()).containsExactly("a", "b");
        assertThat(table.attributable()).isEqualTo(new PathTotals(4, 15, 4));
        assertThat(table.unattributable()).isEqualTo(new PathTotals(0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "identity, a a b a x x, a a b a x x",
        "collapse, a a b a x x, a b a x",
        "collapse, a, a",
        "first, a a b a x b x, a b x",
        "drop, x a x b x, a b",
        "drop, x x, x x",
        "trailing, x a x b x x, x a x b",
        "trailing, x x, x x",
        "trailing, a b, a b"
    })
    void transformsDoWhatTheirNamesSay(String name, String path, String expected) {
        PathTransform transform = switch (name) {
            case "identity" -> PathTransform.identity();
            case "collapse" -> PathTransform.collapseRepeats();
            case "first" -> PathTransform.firstOccurrences();
            case "drop" -> PathTransform.dropUnlessAll("x");
            default -> PathTransform.dropTrailingUnlessAll("x");
        };
        assertThat(transform.apply(List.of(path.split(" ", -1)))).containsExactly(expected.split(" ", -1));
    }

    @Test
    void transformsMayFollowOneAnotherAndRowsThatBecomeEqualAreAddedUp() {
        PathTable table = PathTable.of(List.of(
                PathRow.of(List.of("a", "x", "a"), 1, 5, 0),
                PathRow.of(List.of("a"), 1, 6, 2),
                PathRow.of(List.of("x"), 1, 1, 0)));
        PathTable changed = table.map(PathTransform.dropUnlessAll("x").then(PathTransform.collapseRepeats()));
        assertThat(changed.rows())
                .containsExactly(PathRow.of(List.of("a"), 2, 11, 2), PathRow.of(List.of("x"), 1, 1, 0));
        assertThat(table.map(path -> List.of()).unattributable()).isEqualTo(new PathTotals(3, 12, 2));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> PathRow.of(List.of("a", " "), 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activity 1 of a path is blank");
        assertThatThrownBy(() -> PathRow.of(List.of("a"), -1, 0, 0)).hasMessage("conversions -1 is negative");
        assertThatThrownBy(() -> PathRow.of(List.of("a"), 1, -5, 0)).hasMessage("value -5 is negative");
        assertThatThrownBy(() -> PathRow.of(List.of("a"), 1, 0, -2)).hasMessage("nulls -2 is negative");
        assertThatThrownBy(() -> PathRow.of(List.of("a"), 0, 3, 1)).hasMessage("value 3 without a conversion");
        PathRow most = PathRow.of(List.of("a"), Long.MAX_VALUE, 0, 0);
        assertThatThrownBy(() -> PathTable.of(List.of(most, most))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aHundredThousandActivitiesAndALongPathAreCounted() {
        List<String> path =
                IntStream.range(0, 100_000).mapToObj(i -> "activity " + i).toList();
        PathTable table = PathTable.of(List.of(PathRow.of(path, 1, 1, 0)));
        assertThat(table.activities()).hasSize(100_000);
        assertThat(CreditRule.linear().attribute(table).credits()).hasSize(100_000);
        assertThat(table)
                .hasToString("PathTable[rows=1, attributable=" + table.attributable() + ", unattributable="
                        + table.unattributable() + "]");
    }
}
