package org.doudi.server.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.exchange.Delivery;
import org.doudi.server.exchange.DeliveryReceipts;
import org.doudi.server.exchange.SharingRefusals;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.store.EntryStore.Line;
import org.doudi.server.exchange.store.EntryStore.Show;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One delivery: what is different, how far it is, its file and its receipts. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class DeliveryController {
    private static final int PAGE = 50;
    private static final int FARTHEST = 10_000;

    private final Deliveries deliveries;
    private final DeliveryReceipts receipts;
    private final SharingRefusals refusals;
    private final Divisions divisions;
    private final Today today;

    DeliveryController(
            Deliveries deliveries,
            DeliveryReceipts receipts,
            SharingRefusals refusals,
            Divisions divisions,
            Today today) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.refusals = refusals;
        this.divisions = divisions;
        this.today = today;
    }

    @GetMapping("/exchange/deliveries/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "CHANGES") Show show,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        return fill(id, show, page, model, null);
    }

    private String fill(long id, Show show, int page, Model model, @Nullable SharingRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        Delivery delivery = deliveries.get(id);
        List<Line> lines = receipts.lines(id, show, at * PAGE, PAGE);
        model.addAttribute("delivery", delivery);
        model.addAttribute("terms", delivery.head().header(DeliveryHead.class).terms());
        model.addAttribute(
                "previous", delivery.head().header(DeliveryHead.class).previous());
        String code = delivery.channel().county();
        model.addAttribute("county", divisions.name(code).orElse(code));
        model.addAttribute("late", delivery.clock().late(today.date()));
        model.addAttribute("progress", receipts.progress(id));
        model.addAttribute("lines", lines);
        model.addAttribute("shows", Show.values());
        model.addAttribute("show", show);
        model.addAttribute("page", at);
        model.addAttribute("more", lines.size() == PAGE);
        model.addAttribute("refused", refused);
        return "exchange/delivery";
    }

    /** The file, or the rest of it for who was cut off. */
    @GetMapping("/exchange/deliveries/{id}/file")
    void file(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletResponse response)
            throws IOException {
        DeliveryBytes.send(deliveries.handOver(id), deliveries, range, response);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    @PostMapping("/exchange/deliveries/{id}/receipts")
    Object take(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file, Model model)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new SharingRefused(Cause.BROKEN);
            }
            receipts.take(id, file.getBytes());
            return "redirect:/exchange/deliveries/" + id;
        } catch (SharingRefused e) {
            deliveries.get(id);
            refusals.note(e);
            fill(id, Show.CHANGES, 0, model, e);
            return new ModelAndView("exchange/delivery", model.asMap(), ExchangeRefusals.status(e));
        }
    }

    @GetMapping("/exchange/deliveries/{id}/receipts/{number}")
    ResponseEntity<byte[]> receipt(@PathVariable long id, @PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(id + "-" + number + ".receipt"))
                .body(receipts.file(id, number));
    }
}
