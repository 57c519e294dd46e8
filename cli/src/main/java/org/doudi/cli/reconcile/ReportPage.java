package org.doudi.cli.reconcile;

import org.doudi.cli.divisions.Divisions;

/** The page for people. */
final class ReportPage {
    ReportPage(Reconciled result, Divisions divisions) {}

    String html() {
        return "";
    }
}
