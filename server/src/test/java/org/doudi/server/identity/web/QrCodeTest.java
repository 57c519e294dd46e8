package org.doudi.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The square is read back by a reader, as a phone would. */
class QrCodeTest {
    private static final String ADDRESS =
            "otpauth://totp/Doudi:admin?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Doudi";
    private static final int SCALE = 8;

    @Test
    @DisplayName("the square on the page of the first sign-in holds the address that the authenticator needs")
    void read() throws NotFoundException {
        String svg = new String(
                Base64.getDecoder().decode(QrCode.address(ADDRESS).substring("data:image/svg+xml;base64,".length())),
                StandardCharsets.US_ASCII);
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * SCALE;
        byte[] light = new byte[size * size];
        Arrays.fill(light, (byte) 0xff);
        Matcher dots = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
        while (dots.find()) {
            int left = Integer.parseInt(dots.group(1)) * SCALE;
            int top = Integer.parseInt(dots.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(light, y * size + left, y * size + left + SCALE, (byte) 0);
            }
        }
        assertThat(new QRCodeMultiReader()
                        .decodeMultiple(new BinaryBitmap(new HybridBinarizer(new Picture(light, size))))[0].getText())
                .isEqualTo(ADDRESS);
    }

    /** A grey picture in memory. */
    private static final class Picture extends LuminanceSource {
        private final byte[] light;

        Picture(byte[] light, int size) {
            super(size, size);
            this.light = light;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return Arrays.copyOfRange(light, y * getWidth(), (y + 1) * getWidth());
        }

        @Override
        public byte[] getMatrix() {
            return light;
        }
    }
}
