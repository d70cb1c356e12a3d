package shop

import com.fasterxml.jackson.databind.ObjectMapper
import dev.cxkit.metrics.survey.Nps

/** A rating that may be missing, as Kotlin says it. */
data class Reply(val plan: String, val score: Int?)

/** What a controller of a Kotlin host would answer. */
fun scoresByPlan(replies: List<Reply>): String =
    ObjectMapper().writeValueAsString(Nps.metric(Reply::score).by(Reply::plan).over(replies))

/** The score of all, or null where nobody answered. */
fun score(replies: List<Reply>): Double? =
    Nps.metric(Reply::score).over(replies).estimate().map { it.value() }.orElse(null)
