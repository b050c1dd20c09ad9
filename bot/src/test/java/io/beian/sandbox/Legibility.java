package io.beian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whether what a page shows can be read by day and by night (WCAG 2.2, 1.4.3, level AA). */
public final class Legibility {

    /**
     * The texts that stand out too little, each with its ratio; pictures behind texts are not seen.
     */
    private static final String PALE =
            """
            const parse = text => {
              const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
              return { r, g, b, a };
            };
            const over = (top, under) => ({
              r: top.r * top.a + under.r * (1 - top.a),
              g: top.g * top.a + under.g * (1 - top.a),
              b: top.b * top.a + under.b * (1 - top.a),
              a: 1,
            });
            const light = ({ r, g, b }) => {
              const [x, y, z] = [r, g, b].map(each => each / 255)
                .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
              return 0.2126 * x + 0.7152 * y + 0.0722 * z;
            };
            const behind = element => {
              const layers = [];
              for (let each = element; each; each = each.parentElement) {
                const layer = parse(getComputedStyle(each).backgroundColor);
                layers.unshift(layer);
                if (layer.a === 1) break;
              }
              return layers.reduce((under, top) => over(top, under), parse("rgb(255, 255, 255)"));
            };
            const pale = [];
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const element = texts.currentNode.parentElement;
              const text = texts.currentNode.textContent.trim();
              if (text === "" || !element.checkVisibility({ visibilityProperty: true })) continue;
              if (element.closest("script, style, option, [aria-hidden=true], .avatar")) continue;
              const style = getComputedStyle(element);
              const ground = behind(element);
              const both = [light(over(parse(style.color), ground)), light(ground)].sort((a, b) => b - a);
              const ratio = (both[0] + 0.05) / (both[1] + 0.05);
              const size = parseFloat(style.fontSize);
              const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
              if (ratio < (large ? 3 : 4.5)) {
                pale.push(`${ratio.toFixed(2)} ${style.color} on rgb(${[ground.r, ground.g, ground.b].map(Math.round)}): ${text.slice(0, 20)}`);
              }
            }
            return [...new Set(pale)];
            """;

    private static final String DARK =
            """
            const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
            return (r + g + b) / 3 < 128;
            """;

    private final ChromeDriver driver;

    public Legibility(Browser browser) {
        this.driver = browser.driver();
    }

    /** Looks at the page that is open, by day and by night; it has one main landmark. */
    public void check(String name) {
        for (String scheme : List.of("light", "dark")) {
            prefer(scheme);
            String page = name + ", " + scheme;
            assertThat(driver.executeScript(DARK))
                    .as(page + " is dark")
                    .isEqualTo(scheme.equals("dark"));
            assertThat(driver.executeScript(PALE)).as(page).isEqualTo(List.of());
        }
        prefer("light");
        assertThat(driver.executeScript("return document.querySelectorAll('main').length"))
                .as(name + ": main landmarks")
                .isEqualTo(1L);
    }

    /** As the phone is set: {@code light} or {@code dark}. */
    public void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
