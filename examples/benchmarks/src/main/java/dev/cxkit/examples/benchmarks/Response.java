package dev.cxkit.examples.benchmarks;

import java.time.Instant;

/** An answered questionnaire as a host may hold it. */
record Response(String store, Instant at, byte nps, byte csat) {}
