package org.doudi.server.registry;

/** Finds whom rows of a list mean that number and name do not settle. Those who match lists know how, and an import asks before it ends. */
public interface RowLinkage {
    /** Looks at the rows of an import that were written where number and name were certain. Done again, it changes nothing. */
    void link(long listImport);
}
