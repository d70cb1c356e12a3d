package shop

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ScoresTest {

    @Test
    fun aMissingRatingIsSkipped() {
        val replies = listOf(Reply("pro", 10), Reply("pro", 3), Reply("pro", null))

        // One promoter and one detractor of two: 0 points.
        assertEquals(0.0, score(replies))
        assertTrue(scoresByPlan(replies).contains("\"promoters\":1,\"passives\":0,\"detractors\":1,\"notApplicable\":0,\"skipped\":1"))
    }

    @Test
    fun nothingIsNotZero() {
        assertNull(score(listOf(Reply("pro", null))))
    }
}
