package dev.cxkit.examples.report.cases;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.examples.report.text.RejectedGroup;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and what came out.
 *
 * @param request what was asked
 * @param file the cases
 * @param total the figures of all; null if there is no case
 * @param by the figures by column of segments and value
 */
record CasesReport(
        CasesRequest request, CaseFile file, @Nullable CaseFigures total, Map<String, Map<String, CaseFigures>> by)
        implements Result {

    /** Measures the cases. */
    static CasesReport of(CasesRequest request, CaseFile file) {
        Instant asOf = file.asOf();
        if (asOf == null || file.entered().isEmpty()) {
            return new CasesReport(request, file, null, Map.of());
        }
        Map<String, Map<String, CaseFigures>> by = new LinkedHashMap<>();
        List<String> columns = request.columns().by();
        for (int i = 0; i < columns.size(); i++) {
            Map<String, CaseFigures> parts = new LinkedHashMap<>();
            file.by(i).forEach((value, cases) -> parts.put(value, CaseFigures.of(cases, request, asOf)));
            by.put(columns.get(i), parts);
        }
        return new CasesReport(
                request, file, CaseFigures.of(file.cases(), request, asOf), Collections.unmodifiableMap(by));
    }

    /** Returns the file and its rows, the figures of all, those by segment, and the first groups that were rejected. */
    @Override
    public Map<String, Object> document() {
        Document document = Document.start()
                .with("file", file.name())
                .with("rows", file.rows())
                .with("asOf", file.asOf())
                .with("events", file.events())
                .with("later", file.later())
                .with("rejected", file.rejected())
                .with("rejectedCases", file.rejectedGroups().size());
        if (total == null) {
            document.with("cases", 0);
        } else {
            total.document().forEach(document::with);
        }
        return document.with("by", by.isEmpty() ? null : by)
                .with("rejectedGroups", RejectedGroup.listed(file.rejectedGroups()))
                .map();
    }
}
