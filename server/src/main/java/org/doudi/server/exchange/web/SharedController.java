package org.doudi.server.exchange.web;

import org.doudi.server.exchange.DeliveryReceipts;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.WorksWithPeople;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who got a household's data, for which purpose, and what they got. */
@Controller
@WorksWithPeople
class SharedController {
    private final DeliveryReceipts receipts;

    SharedController(DeliveryReceipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/households/{id}/shared")
    @PartOfPage
    String card(@PathVariable long id, Model model) {
        model.addAttribute("rows", receipts.ofHousehold(id));
        return "exchange/card :: card";
    }
}
