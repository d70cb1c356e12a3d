package dev.cxkit.examples.report.cases;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseId;
import java.util.List;

/** How the rows of a case are understood. */
interface CaseLog {

    /**
     * Returns the case that the rows tell of.
     *
     * @param rows in the order of the file
     * @throws IllegalArgumentException if they tell of none, naming what cannot be
     */
    Case read(CaseId id, List<Entry> rows);

    /** Whether somebody's words are in the log: without them nothing can be said of answers. */
    default boolean messages() {
        return false;
    }
}
