package org.doudi.otherside;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.client.ApiException;
import org.doudi.client.ApiResponse;
import org.doudi.client.api.IncomingListsApi;
import org.doudi.client.model.Announced;
import org.doudi.client.model.GapOfRow;
import org.doudi.client.model.ListTaken;
import org.doudi.client.model.PageGapOfRow;
import org.doudi.client.model.UploadState;
import org.doudi.otherside.Records.Poor;

/** Hands in the office's register, each version against the one before, and hears what became of its rows. */
final class Outbox {
    private static final List<String> FIELDS = List.of("NAME", "ID_NUMBER", "CAUSE");
    private static final int KEY_DIGITS = 32;
    private static final int NOTHING_NEW = 204;

    private final Platform platform;
    private final Path folder;
    private final Memory memory;
    private final KeyPair keys;
    private final String county;

    Outbox(Platform platform, Path folder, Memory memory, KeyPair keys, String county) {
        this.platform = platform;
        this.folder = folder;
        this.memory = memory;
        this.keys = keys;
        this.county = county;
    }

    /** The key of a row, which tells nobody whose it is. */
    private String key(Poor poor) {
        String secret = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        return Seal.hash(secret + poor.idNumber()).substring(0, KEY_DIGITS);
    }

    /** Hands in the register as it is; answers how many rows it has. */
    int handIn(Records records, String day) throws ApiException, IOException {
        Map<String, String> now = new TreeMap<>();
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("row", "change"));
        names.addAll(FIELDS);
        rows.add(names);
        for (Poor poor : records.register()) {
            String key = key(poor);
            List<String> said = List.of(poor.name(), poor.idNumber(), poor.cause());
            String digest = Seal.hash(String.join(",", said));
            String before = memory.given.get(key);
            List<String> row = new ArrayList<>();
            row.add(key);
            row.add((before == null
                            ? Paper.Change.ADDED
                            : before.equals(digest) ? Paper.Change.SAME : Paper.Change.CHANGED)
                    .name());
            row.addAll(said);
            rows.add(row);
            now.put(key, digest);
        }
        memory.given.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> rows.add(List.of(key, Paper.Change.GONE.name(), "", "", "")));
        Paper paper = Paper.sign(Paper.DELIVERY, header(day), rows, keys);
        ListTaken taken = send(paper.bytes());
        if (!taken.getHash().equals(paper.hash())) {
            throw new Paper.NotAsSigned("the platform took another list");
        }
        memory.version++;
        memory.hash = paper.hash();
        memory.given = now;
        memory.handed.put(taken.getId(), 0);
        memory.keep(folder);
        return rows.size() - 1;
    }

    private Map<String, Object> header(String day) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("agreement", 1);
        terms.put("purpose", "双向核对");
        terms.put("basis", "2.4-7");
        terms.put("until", "2018-12-31");
        terms.put("sender", "POVERTY_OFFICE");
        terms.put("receiver", "CIVIL_AFFAIRS");
        terms.put("receiverName", "民政局");
        terms.put(
                "receiverKey",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        terms.put("fields", FIELDS);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("channel", county + "-REGISTER-CIVIL_AFFAIRS");
        header.put("version", memory.version + 1);
        header.put("period", day.substring(0, "2017-06".length()));
        header.put("madeOn", day);
        header.put("previous", memory.hash);
        header.put("terms", terms);
        return header;
    }

    private ListTaken send(byte[] file) throws ApiException, IOException {
        IncomingListsApi door = platform.incoming();
        UploadState begun = door.begin(new Announced()
                ._list(Announced.ListEnum.REGISTER)
                .bytes((long) file.length)
                .hash(Seal.hash(file)));
        for (int nth = 0; nth < begun.getParts(); nth++) {
            if (!begun.getReceived().contains(nth)) {
                int from = nth * begun.getPartBytes();
                Path part = Files.createTempFile(folder, "part", ".tmp");
                Files.write(part, Arrays.copyOfRange(file, from, Math.min(file.length, from + begun.getPartBytes())));
                door.part(begun.getId(), nth, part.toFile());
                Files.delete(part);
            }
        }
        return door.end(begun.getId());
    }

    /** Asks for receipts until there is nothing new; answers how many rows were told. */
    int receipts(PublicKey signer) throws ApiException, IOException {
        int told = 0;
        for (Map.Entry<Long, Integer> list : memory.handed.entrySet()) {
            ApiResponse<File> answer = platform.incoming().receiptWithHttpInfo(list.getKey());
            if (answer.getStatusCode() == NOTHING_NEW) {
                continue;
            }
            Paper receipt = Paper.read(Platform.taken(answer.getData()), Paper.RECEIPT, signer);
            if (!receipt.text("number").equals(Integer.toString(list.getValue() + 1))) {
                throw new Paper.NotAsSigned("a receipt is missing before " + receipt.text("number"));
            }
            for (List<String> row : receipt.rows().subList(1, receipt.rows().size())) {
                memory.outcomes.put(row.get(0), (row.get(1) + " " + row.get(2)).strip());
                told++;
            }
            list.setValue(list.getValue() + 1);
            memory.keep(folder);
        }
        return told;
    }

    /** Asks what became of the gaps that came of its rows; answers how many there are. */
    int gaps() throws ApiException, IOException {
        for (long list : memory.handed.keySet()) {
            String after = null;
            do {
                PageGapOfRow page = platform.incoming().gaps(list, after, 50);
                for (GapOfRow gap : page.getItems()) {
                    String outcome = gap.getOutcome() == null ? "" : gap.getOutcome() + " ";
                    memory.gaps.put(gap.getId(), gap.getRow() + " " + gap.getKind() + " " + outcome + gap.getClock());
                }
                after = page.getNext();
            } while (after != null);
        }
        memory.keep(folder);
        return memory.gaps.size();
    }

    /** Takes what was told of those gaps and is new, each row signed and following the one before; answers how many rows there are. */
    int feedback(PublicKey signer) throws ApiException, IOException {
        ApiResponse<File> answer = platform.incoming().feedbackWithHttpInfo("REGISTER", memory.feedback.size());
        while (answer.getStatusCode() != NOTHING_NEW) {
            Paper paper = Paper.read(Platform.taken(answer.getData()), Paper.FEEDBACK, signer);
            if (!paper.text("previous").equals(memory.feedbackHash)) {
                throw new Paper.NotAsSigned("feedback is missing before " + paper.text("first"));
            }
            for (List<String> row : paper.rows().subList(1, paper.rows().size())) {
                told(paper.text("channel"), row, signer);
            }
            memory.keep(folder);
            answer = platform.incoming().feedbackWithHttpInfo("REGISTER", memory.feedback.size());
        }
        return memory.feedback.size();
    }

    /** A row: its number, what it says, and then who signed it, its hash and the signature. */
    private void told(String channel, List<String> row, PublicKey signer) {
        int end = row.size() - 3;
        List<String> signed = new ArrayList<>(List.of(channel, memory.feedbackHash));
        signed.addAll(row.subList(0, end));
        String content = Paper.line(signed);
        if (!row.get(0).equals(Integer.toString(memory.feedback.size() + 1))
                || !row.get(end).equals(Seal.id(signer))
                || !row.get(end + 1).equals(Seal.hash(content))
                || !Seal.fits(signer, content, row.get(end + 2))) {
            throw new Paper.NotAsSigned("feedback row " + row.get(0) + " is another one");
        }
        memory.feedback.add(String.join(" ", row.subList(1, end)));
        memory.feedbackHash = row.get(end + 1);
    }
}
