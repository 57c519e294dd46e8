package org.doudi.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.OneTimeCode;

/** A real Chromium that signs people in, and keeps pictures of what they see in target/screenshots. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    /** For the platform at that port. */
    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** A window of that width in which the person has signed in. */
    public Page signIn(NewAccount account, int width) {
        Page page = open(width);
        page.navigate(address + "/login");
        page.fill("input[name=username]", account.officer().username());
        page.fill("input[name=password]", account.password());
        page.fill("input[name=code]", OneTimeCode.at(account.totpSecret(), Instant.now()));
        page.click("main button[type=submit]");
        return page;
    }

    /** A window of that width in which nobody has signed in. */
    public Page open(int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("zh-CN"));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        // what the browser refuses by the content policy, and what breaks in a script, is told on its console
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Opens a household's page, saying why where that is asked. */
    public void look(Page page, long household) {
        look(page, "/households/" + household);
    }

    /** Opens a page of a household, saying why where that is asked. */
    public void look(Page page, String path) {
        page.navigate(address(path));
        sayWhy(page);
    }

    /** Says why on the page that asks it, if that is where a link has led. */
    public static void sayWhy(Page page) {
        if (page.url().contains("/reason")) {
            page.check("input[name=reason][value=INTAKE]");
            page.locator("main form button[type=submit]").click();
        }
    }

    public String address(String path) {
        return address + path;
    }

    /** Keeps a picture. */
    public void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What axe finds against WCAG 2.2 AA on the page, one line a finding. */
    public static List<String> barriers(Page page) {
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        return results.getViolations().stream()
                .map(v -> v.getId() + ": "
                        + v.getNodes().stream().map(n -> n.getHtml()).limit(3).toList())
                .toList();
    }

    /** A page that axe has nothing against, and that is no wider than the window. */
    static void fine(Page page, int width) {
        // a page whose style has not come yet is as wide as it likes
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(barriers(page)).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(width);
    }

    /** What the browser complained about so far. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
