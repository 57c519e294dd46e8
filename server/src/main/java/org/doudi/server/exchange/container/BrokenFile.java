package org.doudi.server.exchange.container;

/** A file that cannot be read to its end. */
public final class BrokenFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    public BrokenFile(Fault fault) {
        super(fault.place() + " " + fault.line());
        this.fault = fault;
    }

    /** Where it is broken. */
    public Fault fault() {
        return fault;
    }
}
