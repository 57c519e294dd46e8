package org.doudi.server.registry;

import java.util.Optional;

/** Tells what is under way for a household; those who work on households know, and the registry asks before it is taken apart. */
@FunctionalInterface
public interface RunningWork {
    /** The number of the case that runs for the household, if there is one. */
    Optional<String> of(long household);
}
