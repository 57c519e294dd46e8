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
import java.util.Objects;
import java.util.TreeMap;
import org.doudi.client.ApiException;
import org.doudi.client.ApiResponse;
import org.doudi.client.api.IncomingListsApi;
import org.doudi.client.model.Announced;
import org.doudi.client.model.GapOfRow;
import org.doudi.client.model.ListTaken;
import org.doudi.client.model.PageGapOfRow;
import org.doudi.client.model.UploadState;
import org.doudi.otherside.Memory.Given;

/** Hands in the office's lists, each version against the one before, and hears what became of their rows. */
final class Outbox {
    /** The lists in the order in which they are handed in, and what their rows say. */
    private static final Map<String, List<String>> LISTS = new TreeMap<>(Map.of(
            "REGISTER",
            List.of("NAME", "ID_NUMBER", "CAUSE"),
            "LIFTED",
            List.of("NAME", "ID_NUMBER", "LIFTED_ON", "THROUGH_PROGRAMME")));

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
    private String key(String list, String idNumber) {
        String secret = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        return Seal.hash(secret + list + idNumber).substring(0, KEY_DIGITS);
    }

    /** Hands in the lists as they are; answers how many rows they have. */
    int handIn(Records records, String day) throws ApiException, IOException {
        int rows = 0;
        for (String list : LISTS.keySet()) {
            List<List<String>> people = records.papers().getOrDefault(list, List.of());
            if (!people.isEmpty() || memory.given.containsKey(list)) {
                rows += handIn(list, people, day);
            }
        }
        return rows;
    }

    private int handIn(String list, List<List<String>> people, String day) throws ApiException, IOException {
        List<String> fields = fields(list);
        Given given = memory.given.computeIfAbsent(list, l -> new Given());
        Map<String, String> now = new TreeMap<>();
        List<List<String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("row", "change"));
        names.addAll(fields);
        rows.add(names);
        for (List<String> person : people) {
            String key = key(list, person.get(0));
            List<String> said = new ArrayList<>(List.of(person.get(1), person.get(0)));
            said.addAll(person.subList(2, person.size()));
            String digest = Seal.hash(String.join(",", said));
            String before = given.rows.get(key);
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
        given.rows.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> rows.add(gone(key, fields)));
        Paper paper = Paper.sign(
                Paper.DELIVERY, header(county + "-" + list + "-CIVIL_AFFAIRS", fields, given, day), rows, keys);
        ListTaken taken = send(list, paper);
        given.version++;
        given.hash = paper.hash();
        given.rows = now;
        memory.handed.put(taken.getId(), 0);
        memory.keep(folder);
        return rows.size() - 1;
    }

    private static List<String> fields(String list) {
        return Objects.requireNonNull(LISTS.get(list));
    }

    private static List<String> gone(String key, List<String> fields) {
        List<String> row = new ArrayList<>(List.of(key, Paper.Change.GONE.name()));
        fields.forEach(field -> row.add(""));
        return row;
    }

    private Map<String, Object> header(String channel, List<String> fields, Given given, String day) {
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
        terms.put("fields", fields);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("channel", channel);
        header.put("version", given.version + 1);
        header.put("period", day.substring(0, "2017-06".length()));
        header.put("madeOn", day);
        header.put("previous", given.hash);
        header.put("terms", terms);
        return header;
    }

    private ListTaken send(String list, Paper paper) throws ApiException, IOException {
        byte[] file = paper.bytes();
        IncomingListsApi door = platform.incoming();
        UploadState begun = door.begin(new Announced()
                ._list(Announced.ListEnum.fromValue(list))
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
        ListTaken taken = door.end(begun.getId());
        if (!taken.getHash().equals(paper.hash())) {
            throw new Paper.NotAsSigned("the platform took another list");
        }
        return taken;
    }

    /** Answers what it is asked to check of those whose pay it knows, and of the others when it comes to know it; answers how many rows that were. */
    int checks(Records records, String day) throws ApiException, IOException {
        int told = 0;
        for (Map.Entry<String, Memory.Check> open : memory.checks.entrySet()) {
            Memory.Check check = open.getValue();
            Map<String, List<String>> list = Objects.requireNonNull(memory.lists.get(check.channel));
            int number = Objects.requireNonNull(list.get("")).indexOf("ID_NUMBER");
            List<List<String>> rows =
                    new ArrayList<>(List.of(List.of("row", "change", "ASKED_ROW", "INCOME_ITEM", "YEARLY_YUAN")));
            for (String asked : check.rows) {
                String idNumber = Objects.requireNonNull(list.get(asked)).get(number);
                String yuan = records.wages().get(idNumber);
                if (yuan != null) {
                    rows.add(List.of(key(open.getKey(), idNumber), Paper.Change.ADDED.name(), asked, "工资", yuan));
                }
            }
            if (rows.size() == 1 || !check.list.equals("INCOME")) {
                continue;
            }
            Given last = new Given();
            last.version = check.version;
            last.hash = check.hash;
            Paper paper =
                    Paper.sign(Paper.DELIVERY, header(open.getKey(), rows.get(0).subList(2, 5), last, day), rows, keys);
            memory.handed.put(send("CHECK", paper).getId(), 0);
            check.version++;
            check.hash = paper.hash();
            check.rows.removeAll(rows.stream().map(row -> row.get(2)).toList());
            told += rows.size() - 1;
            memory.keep(folder);
        }
        return told;
    }

    /** Asks for receipts until there is nothing new; answers how many rows were told. */
    int receipts(PublicKey signer) throws ApiException, IOException {
        int told = 0;
        for (Map.Entry<Long, Integer> list : memory.handed.entrySet()) {
            ApiResponse<File> answer = platform.incoming().giveReceiptWithHttpInfo(list.getKey());
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
        int rows = 0;
        for (Map.Entry<String, Given> list : memory.given.entrySet()) {
            Given given = list.getValue();
            ApiResponse<File> answer = platform.incoming().feedbackWithHttpInfo(list.getKey(), given.feedback.size());
            while (answer.getStatusCode() != NOTHING_NEW) {
                Paper paper = Paper.read(Platform.taken(answer.getData()), Paper.FEEDBACK, signer);
                if (!paper.text("previous").equals(given.feedbackHash)) {
                    throw new Paper.NotAsSigned("feedback is missing before " + paper.text("first"));
                }
                for (List<String> row : paper.rows().subList(1, paper.rows().size())) {
                    told(given, paper.text("channel"), row, signer);
                }
                memory.keep(folder);
                answer = platform.incoming().feedbackWithHttpInfo(list.getKey(), given.feedback.size());
            }
            rows += given.feedback.size();
        }
        return rows;
    }

    /** A row: its number, what it says, and then who signed it, its hash and the signature. */
    private static void told(Given given, String channel, List<String> row, PublicKey signer) {
        int end = row.size() - 3;
        List<String> signed = new ArrayList<>(List.of(channel, given.feedbackHash));
        signed.addAll(row.subList(0, end));
        String content = Paper.line(signed);
        if (!row.get(0).equals(Integer.toString(given.feedback.size() + 1))
                || !row.get(end).equals(Seal.id(signer))
                || !row.get(end + 1).equals(Seal.hash(content))
                || !Seal.fits(signer, content, row.get(end + 2))) {
            throw new Paper.NotAsSigned("feedback row " + row.get(0) + " is another one");
        }
        given.feedback.add(String.join(" ", row.subList(1, end)));
        given.feedbackHash = row.get(end + 1);
    }
}
