package org.doudi.server.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doudi.server.demo.Examples.Desk;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.State;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Departments hand in the lists that were made up with the county, with wrong numbers and written names in them: the rolls come of it, doubtful pairs, and gaps
 * between the rolls and the law.
 */
@Component
@Profile("demo")
@Order(1)
final class HandedInLists implements Examples.Example {
    private static final long PAUSE = 100;
    private static final int MOST_PAUSES = 3000;
    private static final List<HandIn> LISTS = List.of(
            new HandIn("officer", ListKind.DIBAO, "dibao.csv"),
            new HandIn("officer", ListKind.TEKUN, "tekun.xlsx"),
            new HandIn("poverty", ListKind.REGISTER, "register.csv"),
            new HandIn("poverty", ListKind.LIFTED, "lifted.xlsx"),
            new HandIn("disabled", ListKind.DISABILITY, "certificates.csv"),
            new HandIn("disabled", ListKind.ALLOWANCES, "allowances.csv"));

    private final DemoSettings settings;
    private final ListImports imports;
    private final Today today;

    /** Who hands in what. */
    private record HandIn(String username, ListKind kind, String file) {}

    HandedInLists(DemoSettings settings, ListImports imports, Today today) {
        this.settings = settings;
        this.imports = imports;
        this.today = today;
    }

    @Override
    public boolean beforeServing() {
        return true;
    }

    @Override
    public boolean show(Desk desk) throws InterruptedException {
        boolean any = false;
        for (HandIn list : LISTS) {
            Path file = settings.folder().resolve(list.file());
            if (Files.exists(file)) {
                any |= through(desk, list, file);
            }
        }
        return any;
    }

    private boolean through(Desk desk, HandIn list, Path file) throws InterruptedException {
        // the same file again is the import that it was before
        long id = desk.as(list.username(), () -> imports.read(list.kind(), list.file(), file));
        ListImports.View read = desk.as(list.username(), () -> imports.get(id));
        if (read.state() == State.DONE) {
            return false;
        }
        desk.as(list.username(), () -> {
            imports.run(id, read.columns(), today.date().withDayOfYear(1));
            return id;
        });
        for (int i = 0; i < MOST_PAUSES; i++) {
            State state = desk.as(list.username(), () -> imports.get(id)).state();
            if (state != State.RUNNING) {
                return state == State.DONE;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }
}
