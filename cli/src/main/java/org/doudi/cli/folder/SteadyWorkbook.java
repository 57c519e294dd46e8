package org.doudi.cli.folder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the hour of writing out of a workbook, so that the same rows are the same bytes whenever they are written. */
public final class SteadyWorkbook {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(?<open><dcterms:created[^>]*>)[^<]*(?<close></dcterms:created>)";
    private static final long NO_TIME = 315_619_200_000L; // 2 January 1980: zip knows nothing older in any time zone

    private SteadyWorkbook() {}

    /** Rewrites the file in its place. */
    public static void settle(Path workbook) throws IOException {
        Path settled = workbook.resolveSibling(workbook.getFileName() + ".settled");
        try (ZipFile from = new ZipFile(workbook.toFile());
                ZipOutputStream to =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(settled), 1 << 16))) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(NO_TIME);
                to.putNextEntry(copy);
                if (entry.getName().equals(PROPERTIES)) {
                    String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    to.write(text.replaceAll(CREATED, "${open}2017-03-17T00:00:00Z${close}")
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    from.getInputStream(entry).transferTo(to);
                }
                to.closeEntry();
            }
        }
        Files.move(settled, workbook, StandardCopyOption.REPLACE_EXISTING);
    }
}
