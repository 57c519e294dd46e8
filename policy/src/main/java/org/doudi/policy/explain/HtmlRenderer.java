package org.doudi.policy.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Clause;
import org.doudi.policy.Grade;
import org.doudi.policy.Household;
import org.doudi.policy.Look;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.parameters.Description;
import org.doudi.policy.parameters.ParameterPack;

/** Writes an explanation as one page that needs nothing beside it: for a screen, a phone and paper. */
public final class HtmlRenderer {
    private static final String STYLE = style();

    private final ParameterPack pack;
    private final List<Wording> wordings;

    /** A renderer in one language, or in several, one under the other. */
    public HtmlRenderer(ParameterPack pack, List<Language> languages) {
        this.pack = pack;
        this.wordings = languages.stream().map(Wording::in).toList();
    }

    /** Writes the page. */
    public void write(Explanation explanation, List<Change> changes, StringBuilder out) {
        Assessment a = explanation.assessment();
        Household h = a.household();
        Messages first = wordings.get(0).messages();
        out.append("<!doctype html>\n<html lang=\"").append(first.language() == Language.ZH ? "zh-CN" : "en");
        out.append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        escaped(first.text("title") + " · " + h.householdId(), out);
        out.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>");
        each(out, words -> words.messages().text("title"));
        out.append("</h1>\n<p class=\"sub\">");
        escaped(first.text("household") + " " + h.householdId() + " · " + h.assessedOn() + " · ", out);
        escaped(first.text("village") + " " + h.village() + " · " + pack.id() + " " + pack.version(), out);
        out.append("</p>\n</header>\n");
        out.append("<section class=\"card\">\n<ul class=\"why\">\n");
        for (Node result : explanation.results()) {
            node(result, explanation, 0, out);
        }
        out.append("</ul>\n</section>\n");
        changes(changes, h, out);
        looks(a, out);
        out.append("<footer>");
        each(out, words -> words.messages().text("footer"));
        out.append("</footer>\n</main>\n</body>\n</html>\n");
    }

    /** Something that a language says. */
    private interface Said {
        String in(Wording words);
    }

    private void each(StringBuilder out, Said said) {
        boolean first = true;
        for (Wording words : wordings) {
            out.append("<span").append(first ? "" : " class=\"second\"");
            out.append(" lang=\"").append(words.messages().language().code()).append("\">");
            escaped(said.in(words), out);
            out.append("</span>");
            first = false;
        }
    }

    private void looks(Assessment a, StringBuilder out) {
        List<Look> looks = Look.at(a);
        if (looks.isEmpty()) {
            return;
        }
        out.append("<section class=\"note warn\">\n<h2>");
        each(out, words -> words.messages().text("look"));
        out.append("</h2>\n<ul>\n");
        for (Look look : looks) {
            out.append("<li>");
            each(out, words -> words.messages().text("look." + look.code().name()) + names(look, words));
            clause(look.clause(), out);
            out.append("</li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private String names(Look look, Wording words) {
        StringBuilder names = new StringBuilder();
        for (Parameter parameter : look.parameters()) {
            Description description = pack.description(parameter);
            if (description != null) {
                names.append(names.isEmpty() ? ": " : words.messages().text("list.between"));
                names.append(words.messages().language() == Language.ZH ? description.zh() : description.en());
            }
        }
        return names.toString();
    }

    private void node(Node node, Explanation explanation, int depth, StringBuilder out) {
        Sign sign = Sign.of(node);
        List<Parameter> sources = Sources.of(node);
        boolean folds = !node.children().isEmpty() || !sources.isEmpty();
        out.append("<li").append(depth == 0 ? " class=\"root\"" : "").append('>');
        if (folds) {
            // results, what failed and what leads to it are open; the rest is one tap away, and paper shows all
            boolean open = depth < 2 || sign == Sign.NOT_MET;
            out.append(open ? "<details open><summary>" : "<details><summary>");
        } else {
            out.append("<div class=\"leaf\">");
        }
        out.append("<span class=\"sign ")
                .append(style(sign))
                .append("\">")
                .append(sign.character())
                .append("</span>");
        out.append("<span class=\"say\">");
        each(out, words -> {
            StringBuilder sentence = new StringBuilder();
            words.write(node.step(), explanation.assessment().household(), sentence);
            return sentence.toString();
        });
        out.append("</span>");
        clause(node.rule().clause(), out);
        out.append(folds ? "</summary>" : "</div>");
        if (folds) {
            out.append("<ul>\n");
            for (Parameter parameter : sources) {
                source(parameter, explanation, out);
            }
            for (Node child : node.children()) {
                node(child, explanation, depth + 1, out);
            }
            out.append("</ul></details>");
        }
        out.append("</li>\n");
    }

    private void source(Parameter parameter, Explanation explanation, StringBuilder out) {
        ParameterValue value = explanation.assessment().parameters().value(parameter);
        Description description = pack.description(parameter);
        if (value != null && description != null) {
            out.append("<li class=\"source")
                    .append(value.grade() == Grade.EXAMPLE ? " example" : "")
                    .append("\">");
            each(out, words -> {
                StringBuilder sentence = new StringBuilder();
                SourceWords.write(value, description, words.messages(), sentence);
                return sentence.toString();
            });
            out.append("</li>\n");
        }
    }

    private void changes(List<Change> changes, Household h, StringBuilder out) {
        out.append("<section class=\"card\">\n<h2>");
        each(out, words -> words.messages().text("changes"));
        out.append("</h2>\n<ul class=\"changes\">\n");
        for (Change change : changes) {
            out.append("<li><span class=\"say\">");
            each(out, words -> {
                StringBuilder sentence = new StringBuilder();
                words.write(change, h, sentence);
                return sentence.toString();
            });
            out.append("</span>");
            clause(change.kind().clause(), out);
            out.append("</li>\n");
        }
        if (changes.isEmpty()) {
            out.append("<li>");
            each(out, words -> words.messages().text("changes.none"));
            out.append("</li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private void clause(Clause clause, StringBuilder out) {
        boolean zh = wordings.get(0).messages().language() == Language.ZH;
        out.append("<span class=\"cl\">").append(clause.id()).append(' ');
        escaped(zh ? clause.zh() : clause.en(), out);
        out.append("</span>");
    }

    private static String style(Sign sign) {
        return switch (sign) {
            case MET -> "yes";
            case NOT_MET -> "no";
            case LOOK -> "ask";
            case PLUS, MINUS, EQUALS, LEFT_OUT -> "eq";
        };
    }

    /** Text that stays text in HTML. */
    static void escaped(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) ? '?' : c);
            }
        }
    }

    private static String style() {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream("explanation.css")) {
            if (in == null) {
                throw new IllegalStateException("explanation.css is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
