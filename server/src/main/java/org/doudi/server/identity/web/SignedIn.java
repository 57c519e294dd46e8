package org.doudi.server.identity.web;

import org.doudi.server.identity.Officer;
import org.doudi.server.identity.SignIns.Stage;

/** Who a session belongs to. */
record SignedIn(Officer officer, Stage stage) {
    static final String FIRST_STEPS = "FIRST_STEPS";

    @Override
    public String toString() {
        return officer.username();
    }
}
