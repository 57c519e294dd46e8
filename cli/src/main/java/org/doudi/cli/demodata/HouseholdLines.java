package org.doudi.cli.demodata;

import java.io.IOException;
import java.io.OutputStream;
import org.doudi.policy.Household;

/** Household JSON lines; stands here until policy.json writes them. */
final class HouseholdLines {
    HouseholdLines(OutputStream out) {}

    void write(Household household) throws IOException {}

    void flush() throws IOException {}
}
