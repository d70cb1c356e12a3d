package dev.cxkit.metrics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GrayTest {

    record Member(String group, SurvivalTime time, String cause) {}

    private static Metric<Member, Optional<Gray>> metric(String cause) {
        return Gray.metric(Member::time, Member::cause, Member::group, cause);
    }

    private static Member member(String group, double time, String status) {
        return new Member(group, new SurvivalTime(time, !status.equals("0")), status);
    }

    private static final String THREE =
            "a5-0 c7-2 a2-0 a7-1 a4-1 b3-0 b4-0 c5-1 a3-1 b11-1 a10-1 c7-1 a4-2 b2-1 a5-1 c4-2 b10-1 b8-1 a5-1 a2-0"
                    + " b11-1 c9-2 c6-1 c4-0 b4-2 b3-1 b12-1 c9-1 b2-0 c4-1 c10-1 a6-1 b8-0 a6-0 b12-1 a6-1 b3-2 c11-0 b10-1 b5-1"
                    + " b7-1 b10-0 b1-2 a6-1 b10-0 b4-2 a2-0 a1-1 c11-1 c1-2 c4-1 a2-1 b11-1 b4-1 b7-2 a4-2 b4-2 a8-1 a1-1 b4-1";

    /** Made up, with many ties; worked out apart in numpy from the formulas of the paper, with cmprsk's factors for ties. */
    @Test
    void threeGroupsWithTiesAreComparedByTheFormula() {
        List<Member> members = Arrays.stream(THREE.split(" "))
                .map(one -> one.split("-"))
                .map(one -> member(one[0].substring(0, 1), Double.parseDouble(one[0].substring(1)), one[1]))
                .toList();
        Gray first = metric("1").over(members).orElseThrow();
        assertThat(first.test().statistic()).isCloseTo(11.26172736750143, within(1e-10));
        assertThat(first.test().degreesOfFreedom()).isEqualTo(2);
        double[] scores = {6.5546581, -4.96074374, -1.59391436};
        for (int i = 0; i < 3; i++) {
            assertThat(first.groups().get(i).score()).isCloseTo(scores[i], within(5e-9));
        }
        assertThat(metric("2").over(members).orElseThrow().test().statistic())
                .isCloseTo(1.2492230731930762, within(1e-10));
    }

    @Test
    void withOneCauseAndNoTiesItIsTheLogRankTest() {
        List<Member> members = List.of(
                member("a", 1, "1"),
                member("a", 3, "1"),
                member("a", 4, "0"),
                member("a", 6, "1"),
                member("b", 2, "1"),
                member("b", 5, "0"),
                member("b", 7, "1"),
                member("b", 8, "1"));
        Gray gray = metric("1").over(members).orElseThrow();
        LogRank logRank = LogRank.metric(Member::time, Member::group, LogRankWeight.UNWEIGHTED)
                .over(members)
                .orElseThrow();
        assertThat(gray.groups().get(0).score())
                .isCloseTo(
                        logRank.groups().get(0).observed()
                                - logRank.groups().get(0).expected(),
                        within(1e-12));
    }

    @Test
    void withoutAnEventOfTheCauseOrAnotherGroupThereIsNoTest() {
        assertThat(metric("1").over(List.of())).isEmpty();
        assertThat(metric("1").over(List.of(member("a", 1, "1"), member("a", 2, "1"))))
                .isEmpty();
        assertThat(metric("1").over(List.of(member("a", 1, "2"), member("b", 2, "2"))))
                .isEmpty();
        Member late = new Member("a", new SurvivalTime(3, true).withDelayedEntry(1), "1");
        assertThatThrownBy(() -> metric("1").over(List.of(late)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("times with delayed entry cannot be compared by Gray's test");
    }

    @Nested
    class Contract extends MetricContract<Member, Optional<Gray>> {
        @Override
        protected Metric<Member, Optional<Gray>> metric() {
            return GrayTest.metric("1");
        }

        @Override
        protected Member observation(Random random) {
            return member("group " + random.nextInt(3), 1 + random.nextInt(9), Integer.toString(random.nextInt(3)));
        }
    }
}
