package org.doudi.server.benefits.web;

import java.util.NoSuchElementException;
import java.util.function.Function;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** A step that a form asks for: what was typed into it, and the page again, with the reason, where the step is refused. */
final class FormStep {
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_WORDS = 500;

    private FormStep() {}

    /**
     * Takes a step.
     *
     * @param then where the reader goes on
     * @param again fills the page that says why the step is refused, and names it
     */
    static Object take(Runnable step, String then, Model model, Function<RunRefused, String> again) {
        try {
            step.run();
            return "redirect:" + then;
        } catch (RunRefused e) {
            return refused(e, again.apply(e), model);
        }
    }

    /** The page that says why a step is refused. */
    static ModelAndView refused(RunRefused refusal, String page, Model model) {
        return new ModelAndView(page, model.asMap(), MoneyRefusals.status(refusal));
    }

    /** The step, refused where what it is about is not there. */
    static Runnable onWhatIsThere(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (NoSuchElementException e) {
                throw new RunRefused(Cause.NO_RUN);
            }
        };
    }

    /** A key as the forms have it. */
    static String key(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return key;
    }

    /** Words that are too long are none. */
    static String words(String typed) {
        return typed.length() > LONGEST_WORDS ? "" : typed;
    }
}
