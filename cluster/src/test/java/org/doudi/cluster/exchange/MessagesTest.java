package org.doudi.cluster.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

class MessagesTest {
    private static final ClassTag<long[]> MESSAGE = ClassTag$.MODULE$.apply(long[].class);
    private static final ClassTag<Integer> PARTITION = ClassTag$.MODULE$.apply(Integer.class);

    private final SerializerInstance messages = new Messages().newInstance();

    private byte[] written(List<long[]> all) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        var stream = messages.serializeStream(file);
        for (long[] message : all) {
            stream.writeKey(3, PARTITION).writeValue(message, MESSAGE);
        }
        stream.close();
        return file.toByteArray();
    }

    private List<long[]> read(byte[] file) {
        List<long[]> all = new ArrayList<>();
        var in = messages.deserializeStream(new ByteArrayInputStream(file)).asKeyValueIterator();
        while (in.hasNext()) {
            Tuple2<Object, Object> next = in.next();
            all.add((long[]) next._2());
        }
        return all;
    }

    @Test
    void CLU26_messages_of_any_length_come_out_of_a_shuffle_as_they_went_in() {
        List<long[]> all = new ArrayList<>();
        for (int length : new int[] {0, 1, 4095, 4096, 4097, 40_000, 2}) {
            all.add(new Random(length).longs(length).toArray());
        }
        assertThat(read(written(all))).usingRecursiveComparison().isEqualTo(all);
        assertThat(read(written(List.of()))).isEmpty();
    }

    @Test
    void CLU26_a_message_that_is_cut_off_is_damage_and_not_the_end() {
        byte[] whole = written(List.of(new long[] {1, 2, 3}));
        for (int cut : new int[] {1, 7, 8, 9, 31}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(whole, cut)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void CLU26_what_is_written_into_a_message_is_read_in_that_order() {
        Post post = new Post(1, 7, 2);
        for (int record = 0; record < 5_000; record++) {
            post.to(record % 2)
                    .putInt(record)
                    .putText("某".repeat(record % 9))
                    .putInt(-record)
                    .putInt(record + 1)
                    .putLongs(new long[] {record, -1}, 0, 2)
                    .putInt(5);
        }
        post.close();
        int[] read = new int[2];
        Inbox inbox = new Inbox(post.ready().iterator());
        inbox.read(1, mail -> {
            int record = mail.getInt();
            assertThat(mail.getText()).isEqualTo("某".repeat(record % 9));
            assertThat(mail.getInt()).isEqualTo(-record);
            assertThat(mail.getInt()).isEqualTo(record + 1);
            long[] two = new long[2];
            mail.getLongs(two, 0, 2);
            assertThat(two).containsExactly(record, -1);
            assertThat(mail.getInt()).isEqualTo(5);
            assertThat(record).isEqualTo(2 * read[record % 2]++ + record % 2);
        });
        assertThat(read).containsExactly(2_500, 2_500);
        inbox.read(0, mail -> assertThat(mail).isNull());
    }
}
