package org.doudi.server.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import org.doudi.server.exchange.DeliveryReceipts;
import org.doudi.server.exchange.OwnData;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.WorksWithPeople;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who got a household's data, for which purpose, and what they got. */
@Controller
@WorksWithPeople
class SharedController {
    private final DeliveryReceipts receipts;
    private final OwnData ownData;

    SharedController(DeliveryReceipts receipts, OwnData ownData) {
        this.receipts = receipts;
        this.ownData = ownData;
    }

    @GetMapping("/households/{id}/shared")
    @PartOfPage
    String card(@PathVariable long id, Model model) {
        model.addAttribute("rows", receipts.ofHousehold(id));
        model.addAttribute("household", id);
        return "exchange/card :: card";
    }

    /** A slip for the household, by which it sees this without an account. */
    @PostMapping("/households/{id}/shared/code")
    String code(@PathVariable long id, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("slip", ownData.give(id));
        model.addAttribute("household", id);
        return "exchange/slip";
    }
}
