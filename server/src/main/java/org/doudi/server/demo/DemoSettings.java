package org.doudi.server.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The demonstration.
 *
 * @param folder the made-up households that are loaded at the first start
 * @param accounts the file that tells who can sign in
 */
@ConfigurationProperties(value = "doudi.demo", ignoreUnknownFields = false)
record DemoSettings(Path folder, Path accounts) {}
