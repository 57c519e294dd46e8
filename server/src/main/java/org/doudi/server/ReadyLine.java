package org.doudi.server;

import java.io.PrintStream;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells on one line where the platform serves, once it does. */
final class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {
    private final PrintStream out;

    ReadyLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            Environment settings = event.getApplicationContext().getEnvironment();
            out.println(
                    "Ready: http://" + host(settings.getProperty("server.address", InetAddress.class)) + ":" + port);
            out.flush();
        }
    }

    private static String host(@Nullable InetAddress address) {
        return address == null || address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    }
}
