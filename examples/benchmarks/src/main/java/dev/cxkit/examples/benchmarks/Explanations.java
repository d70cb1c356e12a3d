package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.CaseId;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The account of all clocks of a case: what was counted and what not, and by which event. */
@State(Scope.Benchmark)
public class Explanations {

    /** How many cases. */
    @Param("1000")
    public int rows;

    private List<Case> usual = List.of();
    private List<Case> endless = List.of();

    /** Makes cases of ten events, and one of a thousand that went on for a year, as often. */
    @Setup
    public void makeCases() {
        usual = HelpDesk.cases(rows);
        Instant at = HelpDesk.AS_OF.minus(Duration.ofDays(366));
        Actor agent = Actor.agent("agent");
        List<CaseEvent> events = new ArrayList<>();
        events.add(new WorkflowEvent.Opened(at, Actor.customer("customer"), null, null, null, null));
        while (events.size() < 1_000) {
            at = at.plus(Duration.ofHours(17));
            events.add(new ConversationEvent.Message(
                    at, agent, ConversationEvent.Message.Visibility.PUBLIC, ConversationEvent.Message.Kind.REPLY));
            events.add(new WorkflowEvent.Waiting(at, agent, WaitingOn.CUSTOMER, at.plus(Duration.ofHours(8))));
        }
        Case year = Case.of(CaseId.of("year"), events);
        endless = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            endless.add(year);
        }
    }

    /** Cases of ten events. */
    @Benchmark
    public List<List<SlaClock>> cx() {
        return explain(usual);
    }

    /** A case of a thousand events. */
    @Benchmark
    public List<List<SlaClock>> cxThousandEvents() {
        return explain(endless);
    }

    private static List<List<SlaClock>> explain(List<Case> cases) {
        List<List<SlaClock>> explained = new ArrayList<>(cases.size());
        for (Case each : cases) {
            List<SlaClock> clocks = HelpDesk.POLICIES.clocks(each, HelpDesk.AS_OF);
            for (SlaClock clock : clocks) {
                // Worked out when asked, and then kept.
                clock.segments();
                clock.thresholds();
            }
            explained.add(clocks);
        }
        return explained;
    }
}
