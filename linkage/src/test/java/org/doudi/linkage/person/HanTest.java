package org.doudi.linkage.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class HanTest {
    @Test
    void HAN01_the_table_is_what_the_libraries_say() throws IOException {
        try (InputStream in = Han.class.getResourceAsStream(Han.RESOURCE)) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes()).isEqualTo(HanTable.bytes());
        }
    }

    @Test
    void HAN02_traditional_characters_fold_to_simplified() {
        assertThat(Han.simplified('審')).isEqualTo('审');
        assertThat(Han.simplified('張')).isEqualTo('张');
        assertThat(Han.simplified('张')).isEqualTo('张');
        assertThat(Han.simplified('A')).isEqualTo('A');
    }

    @Test
    void HAN03_same_sounding_characters_sound_alike_and_others_do_not() {
        assertThat(Han.soundAlike('英', '瑛')).isTrue();
        assertThat(Han.soundAlike('单', '山')).as("the surname Shan").isTrue();
        assertThat(Han.soundAlike('军', '国')).isFalse();
        assertThat(Han.soundAlike('x', 'x')).isTrue();
    }
}
