package org.doudi.policy;

/** The mode of employment of clause 2.2-4, from which the deductible cost follows. */
public enum JobMode {
    /** Work in the own township. */
    TOWNSHIP,
    /** Work elsewhere in the own county. */
    COUNTY,
    /** Work outside the county. */
    OUTSIDE
}
