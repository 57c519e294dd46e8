package org.doudi.cli.demodata;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Takes the households of one village after another and writes something about them. */
interface Sink extends Closeable {
    void take(List<Family> village) throws IOException;
}
