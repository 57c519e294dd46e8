package org.doudi.server.benefits.web;

import java.util.NoSuchElementException;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.files.FileRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into a page that says what is wrong and what to do. */
@ControllerAdvice(
        assignableTypes = {
            RunController.class,
            RunStepController.class,
            LedgerController.class,
            HouseholdMoneyController.class,
            PriceController.class,
            SigningController.class,
            ExitController.class,
            BankController.class,
            AnomalyController.class,
            RecoveryController.class,
            RepaymentController.class,
            UnpaidController.class,
            RunWorkController.class,
            BankLayoutController.class,
            ReratingController.class
        })
class MoneyRefusals {
    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView nothing() {
        return page(new RunRefused(RunRefused.Cause.NO_RUN));
    }

    @ExceptionHandler(RunRefused.class)
    ModelAndView refused(RunRefused refusal) {
        return page(refusal);
    }

    @ExceptionHandler(FileRefused.class)
    ModelAndView refused(FileRefused refusal) {
        ModelAndView view = new ModelAndView("benefits/file-refused");
        view.addObject("refusedFile", refusal);
        view.setStatus(status(refusal));
        return view;
    }

    static HttpStatus status(FileRefused refusal) {
        return switch (refusal.why()) {
            case NO_FILE -> HttpStatus.NOT_FOUND;
            case BROKEN_SEAL, LAYOUT -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static ModelAndView page(RunRefused refusal) {
        ModelAndView view = new ModelAndView("benefits/refused");
        view.addObject("refused", refusal);
        view.setStatus(status(refusal));
        return view;
    }

    static HttpStatus status(RunRefused refusal) {
        return switch (refusal.why()) {
            case NO_RUN, NO_FIGURE -> HttpStatus.NOT_FOUND;
            case NOT_A_MONTH,
                    MONTH_TOO_LATE,
                    REASON,
                    AMOUNT,
                    RECEIVER,
                    FIGURE,
                    RECEIPT_NUMBER,
                    BANK_NAME,
                    BANK_DAYS,
                    RECEIPT_DAY,
                    BANDS,
                    ACCOUNT_NUMBER,
                    ACCOUNT_BANK,
                    ACCOUNT_HOLDER -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FOUR_EYES -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
    }
}
