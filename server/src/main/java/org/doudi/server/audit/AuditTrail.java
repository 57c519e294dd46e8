package org.doudi.server.audit;

/** The trail of who did what, on whose data, and why. Written in the transaction of the act itself. */
public interface AuditTrail {
    /**
     * Adds one entry for the person of the current scope; it is kept when the running transaction commits, and only then.
     *
     * @param why the reason given, or an empty text where the act needs none
     * @param what details without personal data: numbers of rows, the step, the outcome
     */
    void record(Act act, Subject subject, String why, String what);
}
