package dev.cxkit.metrics.loyalty;

/** What is divided by what in a churn rate. The five are in use under one name and do not agree. */
public enum ChurnConvention {

    /** Of those who were there at the start, who is not there at the end (Gold, Fighting Churn with Data, 2020). New customers do not count. */
    START {
        @Override
        ChurnRate of(Churn churn) {
            return new ChurnRate(this, churn.lost(), churn.start(), churn.days());
        }
    },

    /** All who left, those who came and left within the window too, over those who were there at the start. May be above 1. */
    ALL_LOST {
        @Override
        ChurnRate of(Churn churn) {
            return new ChurnRate(this, churn.allLost(), churn.start(), churn.days());
        }
    },

    /** All who left over the mean of those at the start and at the end. May be above 1. */
    AVERAGE {
        @Override
        ChurnRate of(Churn churn) {
            return new ChurnRate(this, churn.allLost(), (churn.start() + churn.end()) / 2.0, churn.days());
        }
    },

    /** All leavings, also of those who came back, over the mean number of customers through the window. May be above 1. */
    EXPOSURE {
        @Override
        ChurnRate of(Churn churn) {
            return new ChurnRate(this, churn.leavings(), churn.meanCustomers(), churn.days());
        }
    },

    /** All who left of all who were served: those at the start and those who came. */
    STARTED_PLUS_NEW {
        @Override
        ChurnRate of(Churn churn) {
            return new ChurnRate(
                    this, churn.allLost(), churn.start() + churn.started() + churn.reactivated(), churn.days());
        }
    };

    abstract ChurnRate of(Churn churn);
}
