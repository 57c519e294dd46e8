package org.doudi.otherside;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the office remembers from one working day to the next, in a file of its own. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class Memory {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** A delivery whose rows are not all answered. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static final class Waiting {
        String channel = "";
        int version;
        String hash = "";
        /** The day it came. */
        String since = "";

        int receipts;
        List<String> rows = new ArrayList<>();
    }

    /** The last delivery that was taken; those after it are new. */
    long after;
    /** Version and hash of what was taken last, by channel. */
    Map<String, String> chain = new TreeMap<>();
    /** The lists as they are, by channel: each row's cells by its key. */
    Map<String, Map<String, List<String>>> lists = new TreeMap<>();

    Map<Long, Waiting> waiting = new TreeMap<>();

    /** What was handed in last, and what was told of the gaps that came of it. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static final class Given {
        int version;
        String hash = Paper.NOTHING;
        /** The digest of each row by its key. */
        Map<String, String> rows = new TreeMap<>();
        /** Row by row as it was signed. */
        List<String> feedback = new ArrayList<>();
        /** The hash of the last of those rows. */
        String feedbackHash = Paper.NOTHING;
    }

    /** A request to check people that is not answered. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static final class Check {
        /** The list that answers. */
        String list = "";
        /** The channel of the request, and the keys of its rows. */
        String channel = "";

        List<String> rows = new ArrayList<>();
        int version;
        String hash = Paper.NOTHING;
    }

    /** By the number of the request. */
    Map<String, Check> checks = new TreeMap<>();

    /** By list. */
    Map<String, Given> given = new TreeMap<>();
    /** Handed-in lists, with the number of their last receipt. */
    Map<Long, Integer> handed = new TreeMap<>();
    /** What became of the rows that were handed in. */
    Map<String, String> outcomes = new TreeMap<>();

    /** The gaps that came of those rows, by their number: row, kind, outcome and clock. */
    Map<Long, String> gaps = new TreeMap<>();

    static Memory in(Path folder) throws IOException {
        Path file = folder.resolve("memory.json");
        return Files.exists(file) ? JSON.readValue(file.toFile(), Memory.class) : new Memory();
    }

    /** Keeps it whole or not at all. */
    void keep(Path folder) throws IOException {
        Path fresh = folder.resolve("memory.new");
        JSON.writeValue(fresh.toFile(), this);
        Files.move(fresh, folder.resolve("memory.json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
