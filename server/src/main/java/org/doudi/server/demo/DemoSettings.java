package org.doudi.server.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration.
 *
 * @param folder the made-up households that are loaded at the first start
 * @param accounts the file that tells who can sign in
 * @param examples whether its officers do some work after the start
 */
@ConfigurationProperties(value = "doudi.demo", ignoreUnknownFields = false)
record DemoSettings(
        Path folder, Path accounts, @DefaultValue("true") boolean examples) {}
