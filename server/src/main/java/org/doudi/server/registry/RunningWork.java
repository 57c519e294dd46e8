package org.doudi.server.registry;

import java.util.Optional;

/** Tells what is under way for a household; those who work on households know, and the registry asks before it is taken apart. */
public interface RunningWork {
    /** The number of the case that runs for the household, if there is one. */
    Optional<String> of(long household);

    /** The number of the case that runs for the household, if the person of this scope has to do with it. */
    Optional<String> ofMine(long household);
}
