package org.doudi.linkage.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.doudi.linkage.table.UnreadableList;
import org.junit.jupiter.api.Tag;

@Tag("core")
class SchemaTest {
    @Property(tries = 300)
    void FLD04_no_text_crashes_the_schema_reader(@ForAll String noise) throws IOException {
        Path file = Files.createTempFile("noise", ".yaml");
        try {
            Files.writeString(file, "fields:\n" + noise);
            Schema.read(file);
        } catch (UnreadableList e) {
            assertThat(e).hasMessageContaining("noise");
        } finally {
            Files.delete(file);
        }
    }
}
