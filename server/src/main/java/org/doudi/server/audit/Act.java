package org.doudi.server.audit;

/** What was done, for the trail. A new kind of act is a new constant with its words in the message files. */
public enum Act {
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    ACCOUNT_CHANGED,
    RELATIVE_DECLARED,
    SEARCHED,
    PERSON_READ,
    HOUSEHOLD_READ,
    ID_REVEALED,
    FACT_RECORDED,
    HOUSEHOLD_CHANGED,
    LIST_IMPORTED,
    ROLL_CHANGED,
    AWARD_CHANGED,
    ACCOUNT_PROPOSED,
    ACCOUNT_DECIDED,
    HOLD_CHANGED,
    RUN_MOVED,
    MONEY_BOOKED,
    MONEY_RULE_CHANGED,
    RECOVERY_MOVED,
    CASE_OPENED,
    CASE_READ,
    CASE_STEP_DONE,
    CASE_ASSIGNED,
    CASE_DECIDED,
    NOTICE_POSTED,
    LETTER_ISSUED,
    EXPORTED
}
