package org.doudi.cluster.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import org.apache.spark.serializer.DeserializationStream;
import org.apache.spark.serializer.SerializationStream;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;

/**
 * How messages lie in the files of a shuffle: how many longs, and the longs. The key, which is the partition, is known to whoever reads
 * the file of a partition and is not written.
 */
final class Messages extends Serializer implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 1 << 15;
    private static final Integer HERE = 0;

    @Override
    public SerializerInstance newInstance() {
        return new Instance();
    }

    @Override
    public boolean supportsRelocationOfSerializedObjects() {
        return true;
    }

    private static final class Instance extends SerializerInstance {
        @Override
        public <T> ByteBuffer serialize(T value, ClassTag<T> tag) {
            throw new UnsupportedOperationException("messages go to files");
        }

        @Override
        public <T> T deserialize(ByteBuffer bytes, ClassTag<T> tag) {
            throw new UnsupportedOperationException("messages come from files");
        }

        @Override
        public <T> T deserialize(ByteBuffer bytes, ClassLoader loader, ClassTag<T> tag) {
            throw new UnsupportedOperationException("messages come from files");
        }

        @Override
        public SerializationStream serializeStream(OutputStream to) {
            return new Writing(to);
        }

        @Override
        public DeserializationStream deserializeStream(InputStream from) {
            return new Reading(from);
        }
    }

    private static LongBuffer longsOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    }

    private static final class Writing extends SerializationStream {
        private final OutputStream to;
        private final byte[] bytes = new byte[BUFFER];
        private final LongBuffer longs = longsOf(bytes);

        Writing(OutputStream to) {
            this.to = to;
        }

        @Override
        public <T> SerializationStream writeKey(T key, ClassTag<T> tag) {
            return this;
        }

        @Override
        public <T> SerializationStream writeValue(T value, ClassTag<T> tag) {
            return writeObject(value, tag);
        }

        @Override
        public <T> SerializationStream writeObject(T value, ClassTag<T> tag) {
            if (!(value instanceof long[] message)) {
                throw new IllegalArgumentException("only messages are sent");
            }
            try {
                longs.clear().put(message.length);
                for (int from = 0; from < message.length; ) {
                    int count = Math.min(longs.remaining(), message.length - from);
                    longs.put(message, from, count);
                    from += count;
                    write();
                }
                write();
            } catch (IOException e) {
                throw sneaked(e);
            }
            return this;
        }

        private void write() throws IOException {
            to.write(bytes, 0, longs.position() * Long.BYTES);
            longs.clear();
        }

        @Override
        public void flush() {
            try {
                to.flush();
            } catch (IOException e) {
                throw sneaked(e);
            }
        }

        @Override
        public void close() {
            try {
                to.close();
            } catch (IOException e) {
                throw sneaked(e);
            }
        }
    }

    private static final class Reading extends DeserializationStream {
        private final InputStream from;
        private final byte[] bytes = new byte[BUFFER];
        private final LongBuffer longs = longsOf(bytes);

        Reading(InputStream from) {
            this.from = from;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T readKey(ClassTag<T> tag) {
            return (T) HERE;
        }

        @Override
        public <T> T readValue(ClassTag<T> tag) {
            return readObject(tag);
        }

        /** The end of the file, where a message would begin, is the end of the messages; anywhere else it is damage. */
        @Override
        @SuppressWarnings("unchecked")
        public <T> T readObject(ClassTag<T> tag) {
            try {
                int read = from.readNBytes(bytes, 0, Long.BYTES);
                if (read == 0) {
                    throw new EOFException();
                }
                if (read < Long.BYTES) {
                    throw cut();
                }
                long[] message = new long[Math.toIntExact(longs.get(0))];
                for (int at = 0; at < message.length; ) {
                    int count = Math.min(longs.capacity(), message.length - at);
                    if (from.readNBytes(bytes, 0, count * Long.BYTES) < count * Long.BYTES) {
                        throw cut();
                    }
                    longs.clear().get(message, at, count);
                    at += count;
                }
                return (T) message;
            } catch (IOException e) {
                throw sneaked(e);
            }
        }

        private static IOException cut() {
            return new IOException("a message of a shuffle is cut off");
        }

        @Override
        public void close() {
            try {
                from.close();
            } catch (IOException e) {
                throw sneaked(e);
            }
        }
    }

    /** Spark's streams, being Scala's, throw what they like; it looks for an {@link EOFException} and for those of a full disk. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
