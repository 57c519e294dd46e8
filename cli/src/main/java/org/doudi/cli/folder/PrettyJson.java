package org.doudi.cli.folder;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON that people read too: one value a line. */
public final class PrettyJson extends ObjectWriteContext.Base {
    /** The only one. */
    public static final PrettyJson INSTANCE = new PrettyJson();

    private PrettyJson() {}

    @Override
    public PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter();
    }

    @Override
    public boolean hasPrettyPrinter() {
        return true;
    }
}
