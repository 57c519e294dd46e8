package org.doudi.server.shell;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no body hold a worker. The server's own limit is for the pause between two bytes, so that one byte every few seconds would hold a worker for days: here a
 * body has a time to begin in, and then to come at a pace that the slowest line has.
 */
final class BodyPace extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(BodyPace.class);
    /** What is read of a body that nobody wants, so that its sender gets to hear why. */
    private static final long MOST_UNWANTED = 2L << 20;

    private final long graceNanos;
    private final long bytesPerSecond;

    BodyPace(Duration grace, long bytesPerSecond) {
        super(true);
        this.graceNanos = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer plain = coyote.getInputBuffer();
        Paced paced = new Paced(coyote, plain);
        coyote.setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync() && !paced.whole()) {
                response.finishResponse();
                paced.end();
            }
            coyote.setInputBuffer(plain);
            if (paced.slow) {
                LOG.warn("A body of {} came too slowly from {} and was cut off", paced.bytes, request.getRemoteAddr());
            }
        }
    }

    /** The bytes of one body. */
    private final class Paced implements InputBuffer {
        private final org.apache.coyote.Request request;
        private final InputBuffer plain;
        private final long begin = System.nanoTime();
        private long bytes;
        private boolean slow;

        Paced(org.apache.coyote.Request request, InputBuffer plain) {
            this.request = request;
            this.plain = plain;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int read = plain.doRead(handler);
            bytes += Math.max(0, read);
            long allowed = graceNanos + TimeUnit.SECONDS.toNanos(bytes / bytesPerSecond);
            if (read >= 0 && System.nanoTime() - begin > allowed) {
                slow = true;
                close();
                throw new SocketTimeoutException("the body comes too slowly");
            }
            return read;
        }

        @Override
        public int available() {
            return plain.available();
        }

        private void close() {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }

        private boolean whole() {
            AtomicBoolean whole = new AtomicBoolean();
            request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
            return whole.get();
        }

        /** Reads a little of what nobody read, and closes the connection where there is more. */
        private void end() {
            long from = request.getContentLengthLong() > MOST_UNWANTED ? bytes - MOST_UNWANTED : bytes;
            Nowhere nowhere = new Nowhere();
            try {
                while (!slow && !whole() && bytes - from < MOST_UNWANTED && doRead(nowhere) >= 0) {
                    nowhere.setByteBuffer(ApplicationBufferHandler.EMPTY_BUFFER);
                }
            } catch (IOException e) {
                LOG.debug("the rest of a body could not be read", e);
            }
            if (!whole()) {
                close();
            }
        }
    }

    /** Where the rest of a body goes. */
    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer buffer = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // what is thrown away needs no room
        }
    }
}
