package org.doudi.linkage.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for the header among the first lines of a list. */
final class HeaderSearch {
    private static final int LINES = 10;
    private final Path file;
    private final RowHandler handler;
    private final List<List<String>> seen = new ArrayList<>();
    private long firstLine;
    private int width = -1;

    HeaderSearch(Path file, RowHandler handler) {
        this.file = file;
        this.handler = handler;
    }

    /** A search that is over: the header was found elsewhere. */
    static HeaderSearch known(Path file, RowHandler handler, long line, List<String> header) {
        HeaderSearch search = new HeaderSearch(file, handler);
        search.offer(line, header);
        return search;
    }

    /** Number of columns of the header, or -1 while it was not found. */
    int width() {
        return width;
    }

    void offer(long line, List<String> cells) {
        List<String> names = new ArrayList<>(cells.size());
        for (String cell : cells) {
            names.add(cell.strip());
        }
        if (seen.isEmpty()) {
            firstLine = line;
        }
        if (handler.header(line, names)) {
            width = names.size();
            return;
        }
        seen.add(names);
        if (seen.size() == LINES) {
            throw notFound();
        }
    }

    UnreadableList notFound() {
        if (seen.isEmpty()) {
            return new UnreadableList(file, 0, "the file holds no row", "Ask the sender for the list again");
        }
        return new UnreadableList(
                file,
                firstLine,
                "no header was found; the first line reads: " + Reject.shown(String.join(" | ", seen.get(0))),
                "The first row must name the columns, with " + handler.expectedHeader());
    }
}
