import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A Spring Boot page and nothing else: no sign-in, no database. Once as a ready text, once as a template that fills in rows. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
public class BarePage {
    static String text = "";
    static List<Row> rows = List.of();

    public record Row(String name, int value) {}

    /** Arguments: the page's size in bytes, the folder of the template, port. */
    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        text = "<!doctype html><html><body>" + "x".repeat(size) + "</body></html>";
        // a row of the template takes 54 bytes
        rows = IntStream.range(0, size / 54).mapToObj(i -> new Row("row " + (10_000 + i), 10_000 + i)).toList();
        var context = new SpringApplication(BarePage.class)
                .run(
                        "--spring.config.location=optional:file:/nothing",
                        "--spring.main.banner-mode=off",
                        "--spring.thymeleaf.prefix=file:" + arguments[1] + "/",
                        "--server.address=127.0.0.1",
                        "--server.port=" + arguments[2]);
        System.out.println("Ready: http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Found as a part of the configuration. */
    @Controller
    public static class Pages {
        @GetMapping(value = "/text", produces = "text/html;charset=UTF-8")
        @ResponseBody
        public String text() {
            return text;
        }

        @GetMapping("/template")
        public String template(Model model) {
            model.addAttribute("rows", rows);
            return "rows";
        }
    }
}
