package org.doudi.otherside;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.doudi.client.ApiException;
import org.doudi.client.model.DeliverySummary;
import org.doudi.client.model.PageDeliverySummary;
import org.doudi.otherside.Memory.Waiting;
import org.doudi.otherside.Records.Known;
import org.doudi.otherside.Records.Life;

/** Takes the lists that wait: in pieces, checked, chained, and answered row by row. */
final class Inbox {
    private static final int PAGE = 5;

    private final Platform platform;
    private final Path folder;
    private final Memory memory;
    private final KeyPair keys;
    private final PublicKey signer;
    private final Pieces pieces;

    /**
     * How files are fetched.
     *
     * @param bytes of a piece
     * @param dieAfter after how many pieces the power fails; 0 for never
     */
    record Pieces(int bytes, int dieAfter) {}

    Inbox(Platform platform, Path folder, Memory memory, KeyPair keys, PublicKey signer, Pieces pieces) {
        this.platform = platform;
        this.folder = folder;
        this.memory = memory;
        this.keys = keys;
        this.signer = signer;
        this.pieces = pieces;
    }

    /** Takes what waits; answers how many lists that were. */
    int take(String day) throws ApiException, IOException {
        int taken = 0;
        String next = null;
        do {
            PageDeliverySummary page = platform.lists().waiting(next, PAGE);
            for (DeliverySummary delivery : page.getItems()) {
                if (delivery.getId() > memory.after) {
                    take(delivery, day);
                    taken++;
                }
            }
            next = page.getNext();
        } while (next != null);
        return taken;
    }

    private void take(DeliverySummary delivery, String day) throws ApiException, IOException {
        Path file = fetched(delivery);
        Paper paper = Paper.read(Files.readAllBytes(file), Paper.DELIVERY, signer);
        String channel = paper.text("channel");
        String last = memory.chain.getOrDefault(channel, "0 " + Paper.NOTHING);
        int version = Integer.parseInt(last.substring(0, last.indexOf(' '))) + 1;
        if (!paper.hash().equals(delivery.getHash())
                || !paper.text("version").equals(Integer.toString(version))
                || !paper.text("previous").equals(last.substring(last.indexOf(' ') + 1))) {
            throw new Paper.NotAsSigned("does not follow version " + (version - 1) + " of " + channel);
        }
        Waiting waiting = new Waiting();
        waiting.channel = channel;
        waiting.version = version;
        waiting.since = day;
        waiting.hash = paper.hash();
        waiting.receipts = delivery.getReceipts();
        keepRows(paper, channel, waiting);
        memory.waiting.put(delivery.getId(), waiting);
        if (delivery.getCheck() != null) {
            Memory.Check check = new Memory.Check();
            check.list = delivery.getCheck().getList().getValue();
            check.channel = channel;
            check.rows.addAll(waiting.rows);
            memory.checks.put(delivery.getCheck().getNumber(), check);
        }
        memory.chain.put(channel, version + " " + paper.hash());
        memory.after = delivery.getId();
        memory.keep(folder);
        Files.delete(file);
        send(delivery.getId(), waiting, List.of(), day);
    }

    /** Fetches the file on from where the one before broke off. */
    private Path fetched(DeliverySummary delivery) throws ApiException, IOException {
        Path file = folder.resolve(delivery.getId() + ".delivery");
        long have = Files.exists(file) ? Files.size(file) : 0;
        for (int nth = 1; have < delivery.getBytes(); nth++) {
            byte[] piece = platform.piece(delivery.getId(), have, Math.min(delivery.getBytes(), have + pieces.bytes()));
            Files.write(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            have += piece.length;
            if (nth == pieces.dieAfter()) {
                Runtime.getRuntime().halt(9);
            }
        }
        return file;
    }

    private void keepRows(Paper paper, String channel, Waiting waiting) {
        Map<String, List<String>> list = memory.lists.computeIfAbsent(channel, c -> new TreeMap<>());
        list.put("", paper.rows().get(0));
        for (List<String> row : paper.rows().subList(1, paper.rows().size())) {
            Paper.Change change = Paper.Change.valueOf(row.get(1));
            if (change == Paper.Change.GONE) {
                list.remove(row.get(0));
            } else {
                list.put(row.get(0), row);
            }
            if (change != Paper.Change.SAME) {
                waiting.rows.add(row.get(0));
            }
        }
    }

    /** Answers rows: those whom the office knows at once, those whom it does not after asking around for a month. */
    int answer(Records records, String day) throws ApiException, IOException {
        int answered = 0;
        for (Map.Entry<Long, Waiting> entry : List.copyOf(memory.waiting.entrySet())) {
            Waiting waiting = entry.getValue();
            boolean again = !waiting.since.equals(day);
            List<List<String>> rows = new ArrayList<>();
            for (String key : waiting.rows) {
                String said = said(waiting.channel, key, records);
                if (!said.isEmpty() || again) {
                    rows.add(List.of(
                            key,
                            said.equals("ACCEPTED") ? said : "REFUSED",
                            said.equals("ACCEPTED") ? "" : reason(said)));
                }
            }
            if (!rows.isEmpty()) {
                send(entry.getKey(), waiting, rows, day);
                answered += rows.size();
                waiting.rows.removeAll(rows.stream().map(r -> r.get(0)).toList());
            }
            if (waiting.rows.isEmpty()) {
                memory.waiting.remove(entry.getKey());
            }
            memory.keep(folder);
        }
        return answered;
    }

    private static String reason(String said) {
        return said.isEmpty() ? "NOT_FOUND" : said;
    }

    /** What the office says to a row; nothing where it does not know the person yet. */
    private String said(String channel, String key, Records records) {
        Map<String, List<String>> list = Objects.requireNonNull(memory.lists.get(channel));
        List<String> row = list.get(key);
        if (row == null) {
            return "ACCEPTED";
        }
        List<String> names = Objects.requireNonNull(list.get(""));
        Known known = records.people().get(row.get(names.indexOf("ID_NUMBER")));
        if (known == null) {
            return "";
        }
        if (known.life() == Life.DIED) {
            return "DIED";
        }
        return known.name().equals(row.get(names.indexOf("NAME"))) ? "ACCEPTED" : "WRONG_NAME";
    }

    private void send(long delivery, Waiting waiting, List<List<String>> answers, String day)
            throws ApiException, IOException {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("row", "outcome", "reason")));
        rows.addAll(answers);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("channel", waiting.channel);
        said.put("version", waiting.version);
        said.put("delivery", waiting.hash);
        said.put("number", waiting.receipts + 1);
        said.put("receivedOn", day);
        Path file = Files.createTempFile(folder, "receipt", ".tmp");
        Files.write(file, Paper.sign(Paper.RECEIPT, said, rows, keys).bytes());
        File body = file.toFile();
        platform.lists().takeReceipt(delivery, body);
        waiting.receipts++;
        Files.delete(file);
        memory.keep(folder);
    }
}
