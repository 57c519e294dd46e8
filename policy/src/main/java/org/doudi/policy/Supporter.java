package org.doudi.policy;

/** Whether somebody whom the law obliges to support the member can do so. */
public enum Supporter {
    /** There is a legal supporter who is able to support. */
    ABLE,
    /** There is a legal supporter, who is unable. */
    UNABLE,
    /** There is nobody. */
    NONE
}
