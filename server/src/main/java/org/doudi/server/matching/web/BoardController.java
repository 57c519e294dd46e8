package org.doudi.server.matching.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Gap;
import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.matching.Board;
import org.doudi.server.matching.Gaps;
import org.doudi.server.registry.Divisions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How many gaps there are where: figures, without people. */
@Controller
class BoardController {
    private final Gaps gaps;
    private final Divisions divisions;

    BoardController(Gaps gaps, Divisions divisions) {
        this.gaps = gaps;
        this.divisions = divisions;
    }

    /** One kind's count in a division, and what stands there in all. */
    record Line(
            String place,
            String name,
            boolean deeper,
            List<Long> counts,
            long all,
            long overdue,
            long opened,
            long closed) {}

    @GetMapping("/gaps/board")
    @AnyOffice
    String board(@RequestParam(defaultValue = "") String below, Model model) {
        Area mine = Scope.officer().area();
        Area at = mine.within(below).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String within = at.code();
        int digits = at.digitsBelow();
        Board board = gaps.board(digits);
        List<String> places = board.rows().stream()
                .map(Board.Row::place)
                .filter(p -> p.startsWith(within))
                .distinct()
                .toList();
        List<Line> lines = new ArrayList<>();
        for (String place : places) {
            List<Board.Row> rows =
                    board.rows().stream().filter(r -> r.place().equals(place)).toList();
            List<Long> counts = new ArrayList<>();
            for (Gap.Kind kind : Gap.Kind.values()) {
                counts.add(rows.stream()
                        .filter(r -> r.kind() == kind)
                        .mapToLong(Board.Row::standing)
                        .sum());
            }
            lines.add(new Line(
                    place,
                    divisions.name(place).orElse(place),
                    digits < 12,
                    counts,
                    rows.stream().mapToLong(Board.Row::standing).sum(),
                    rows.stream().mapToLong(Board.Row::overdue).sum(),
                    rows.stream().mapToLong(Board.Row::opened).sum(),
                    rows.stream().mapToLong(Board.Row::closed).sum()));
        }
        long most = board.trend().stream().mapToLong(Board.Week::standing).max().orElse(0);
        model.addAttribute("lines", lines);
        model.addAttribute("kinds", Gap.Kind.values());
        model.addAttribute("trend", board.trend());
        model.addAttribute("most", Math.max(1, most));
        model.addAttribute("within", within);
        model.addAttribute("upward", at.upward(mine).orElse(null));
        model.addAttribute(
                "people", WorksWithPeople.ROLES.contains(Scope.officer().role()));
        return "matching/board";
    }
}
