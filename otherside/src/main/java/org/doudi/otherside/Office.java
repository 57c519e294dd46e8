package org.doudi.otherside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Properties;
import org.doudi.client.ApiException;
import org.doudi.otherside.Inbox.Pieces;

/**
 * The office's machine. It keeps everything in one folder, and works on each day that it reads from its standard input: takes the lists that wait, answers their
 * rows, hands in its register, hears what became of that.
 */
public final class Office {
    private final Path folder;
    private final KeyPair keys;

    private Office(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.keys = keys(folder);
    }

    private static KeyPair keys(Path folder) throws IOException, GeneralSecurityException {
        Path secret = folder.resolve("private.key");
        Path open = folder.resolve("public.pem");
        if (!Files.exists(open)) {
            KeyPair fresh = Seal.fresh();
            Files.write(secret, fresh.getPrivate().getEncoded());
            Files.writeString(open, Seal.pem(fresh.getPublic()));
        }
        return new KeyPair(
                Seal.publicKey(Files.readString(open)),
                Seal.factory().generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secret))));
    }

    /** Works until its input ends. */
    public static void main(String... args) throws Exception {
        Office office = new Office(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader days = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println("ready");
        for (String day = days.readLine(); day != null; day = days.readLine()) {
            out.println(office.work(day));
        }
    }

    private String work(String day) throws InterruptedException, GeneralSecurityException {
        try {
            Properties settings = new Properties();
            try (InputStream in = Files.newInputStream(folder.resolve("office.properties"))) {
                settings.load(in);
            }
            Platform platform = new Platform(folder, settings);
            platform.signIn();
            PublicKey signer = Seal.publicKey(platform.lists().signer().getPem());
            Memory memory = Memory.in(folder);
            Records records = Records.in(folder);
            Pieces pieces = new Pieces(
                    Integer.parseInt(settings.getProperty("piece", "65536")),
                    Integer.parseInt(settings.getProperty("die-after", "0")));
            Inbox inbox = new Inbox(platform, folder, memory, keys, signer, pieces);
            int lists = inbox.take(day);
            int answered = inbox.answer(records, day);
            Outbox outbox = new Outbox(platform, folder, memory, keys, settings.getProperty("county"));
            int heard = outbox.receipts(signer);
            int gaps = outbox.gaps();
            int feedback = outbox.feedback(signer);
            int handed = outbox.handIn(records, day);
            int checked = outbox.checks(records, day);
            return "done lists=" + lists + " answered=" + answered + " heard=" + heard + " gaps=" + gaps + " feedback="
                    + feedback + " handed=" + handed + " checked=" + checked;
        } catch (ApiException e) {
            return "refused " + e.getCode() + " " + e.getResponseBody();
        } catch (IOException | RuntimeException e) {
            return "failed " + e;
        }
    }
}
