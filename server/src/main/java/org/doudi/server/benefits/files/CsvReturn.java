package org.doudi.server.benefits.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.jspecify.annotations.Nullable;

/** A return as comma-separated values in UTF-8. */
final class CsvReturn implements ReturnReader {
    /** The most that one field may have; beyond it the file is refused and not read on. */
    private static final int LONGEST_FIELD = 1 << 16;

    @Override
    public @Nullable ReturnRow read(InputStream file, FileHead expected, Consumer<ReturnRow> rows) throws IOException {
        ReturnTable table = new ReturnTable(rows);
        String place = "1";
        BufferedReader text = new BufferedReader(new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            CsvReader<CsvRecord> reader =
                    CsvReader.builder().maxBufferSize(LONGEST_FIELD).ofCsvRecord(text);
            for (CsvRecord row : reader) {
                place = Long.toString(row.getStartingLineNumber());
                table.row(row.getFields(), place);
            }
        } catch (CsvParseException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new FileRefused(Cause.ENCODING, place, e)
                    : new FileRefused(Cause.MALFORMED, place, e);
        } catch (CharacterCodingException e) {
            throw new FileRefused(Cause.ENCODING, place, e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new FileRefused(Cause.ENCODING, place, e)
                    : new FileRefused(Cause.TOO_LONG, place, e);
        }
        table.end();
        return null;
    }
}
