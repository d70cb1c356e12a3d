package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.support.Case;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The cases of the help desk. */
@State(Scope.Benchmark)
public class Cases {

    /** How many. */
    @Param("1000000")
    public int rows;

    private List<Case> cases = List.of();

    /** Makes the cases. */
    @Setup
    public void makeCases() {
        cases = HelpDesk.cases(rows);
    }

    List<Case> all() {
        return cases;
    }
}
