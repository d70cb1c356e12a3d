package dev.cxkit.metrics.survey;

/** Treatment of several answers of one respondent in one window: all, last, mean. */
public enum RepeatAnswers {

    /** Every answer counts: right for transactional surveys, where each is about another interaction. */
    ALL,

    /**
     * The last answer counts, and of two at the same instant the lower one. The default for relational surveys, which ask what a person
     * thinks now.
     */
    LAST,

    /**
     * All answers of a person together weigh as much as one: each counts 1 / (number of answers of the person). A confidence interval rests
     * on the number of persons.
     */
    MEAN
}
