package org.doudi.server.casework;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Makes PDF, in Chinese, of what leaves the office on paper. */
@Component
public final class Papers {
    private static final File FONT = new File("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf");

    private final SpringTemplateEngine templates;

    Papers(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /** The paper of a template. */
    public byte[] pdf(String template, Map<String, Object> values) {
        if (!FONT.exists()) {
            throw new IllegalStateException(
                    "the Chinese font for papers is missing: install Debian's package fonts-droid-fallback");
        }
        String page = templates.process(template, new Context(Locale.SIMPLIFIED_CHINESE, values));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(FONT, "Droid");
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
