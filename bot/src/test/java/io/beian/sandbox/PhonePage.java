package io.beian.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The sandbox's phone as a person uses it: look at the chat, type, tap, send pictures. */
public final class PhonePage {

    private static final String FROM_ACCOUNT = "[data-side=account] [data-testid=bubble]";

    private final ChromeDriver driver;
    private final Duration patience;

    private PhonePage(ChromeDriver driver, Duration patience) {
        this.driver = driver;
        this.patience = patience;
    }

    /**
     * Takes somebody's phone in hand.
     *
     * @param patience how long to wait for anything to appear
     */
    public static PhonePage open(Browser browser, URI base, String openid, Duration patience) {
        ChromeDriver driver = browser.driver();
        driver.get(base.resolve("/sandbox?user=" + openid).toString());
        PhonePage page = new PhonePage(driver, patience);
        page.await(p -> !p.all("#chat[data-ready='" + openid + "']").isEmpty());
        page.await(p -> p.isFollowing() || p.isShown("follow"));
        return page;
    }

    public PhonePage follow() {
        byTestId("follow").click();
        return this;
    }

    /** Types a message and sends it; a line break goes in as on a keyboard. */
    public PhonePage say(String text) {
        showInput();
        WebElement input = byTestId("input");
        // Keystrokes outside the BMP are refused by the driver; pasted text is not.
        driver.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))",
                input,
                text);
        byTestId("send").click();
        return this;
    }

    /** Taps a choice of the newest message that offers one of this name. */
    public PhonePage tap(String label) {
        List<WebElement> choices =
                all(FROM_ACCOUNT + " [data-testid=choice]").stream()
                        .filter(choice -> choice.getText().equals(label))
                        .toList();
        if (choices.isEmpty()) {
            throw new AssertionError("nothing to tap is called " + label + " in: " + last());
        }
        WebElement newest = choices.get(choices.size() - 1);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", newest);
        newest.click();
        return this;
    }

    public PhonePage sendPhotos(Path... files) {
        String chosen =
                Arrays.stream(files)
                        .map(file -> file.toAbsolutePath().toString())
                        .collect(Collectors.joining("\n"));
        byTestId("file").sendKeys(chosen);
        return this;
    }

    /** Sends one of the drawn pictures, such as {@code licence} or {@code id-front}. */
    public PhonePage sendSample(String id) {
        showInput();
        byTestId("plus").click();
        byTestId("tile-samples").click();
        await(p -> p.isShown("sample-" + id));
        byTestId("sample-" + id).click();
        return this;
    }

    /** Presses a button of the account's menu, opening its group first if need be. */
    public PhonePage press(String... names) {
        if (isShown("to-menu")) {
            byTestId("to-menu").click();
        }
        for (String name : names) {
            all("[data-testid=menu-button]").stream()
                    .filter(button -> button.getText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the menu has no " + name))
                    .click();
        }
        return this;
    }

    /** Does something and waits for what the account says to it. */
    public String answerTo(Runnable act) {
        int before = heard();
        act.run();
        await(p -> p.heard() > before);
        return last();
    }

    /** How many messages of the account are in the chat. */
    public int heard() {
        return all(FROM_ACCOUNT).size();
    }

    /** What the account said last; empty if that was a picture or nothing. */
    public String last() {
        List<WebElement> bubbles = all(FROM_ACCOUNT);
        return bubbles.isEmpty() ? "" : bubbles.get(bubbles.size() - 1).getText();
    }

    /** The names of what can be tapped in the newest message of the account. */
    public List<String> choices() {
        List<WebElement> bubbles = all(FROM_ACCOUNT);
        return bubbles.isEmpty()
                ? List.of()
                : bubbles
                        .get(bubbles.size() - 1)
                        .findElements(By.cssSelector("[data-testid=choice]"))
                        .stream()
                        .map(WebElement::getText)
                        .toList();
    }

    /** Waits until the page is as wanted; if that never happens, says what it shows instead. */
    public PhonePage await(Predicate<PhonePage> wanted) {
        try {
            new WebDriverWait(driver, patience, Duration.ofMillis(50))
                    .ignoring(StaleElementReferenceException.class)
                    .until(d -> wanted.test(this));
            return this;
        } catch (TimeoutException e) {
            String shown = driver.findElement(By.id("screen")).getText();
            throw new AssertionError(
                    "waited in vain; the phone shows:\n"
                            + shown
                            + "\nand its console says: "
                            + driver.manage().logs().get(LogType.BROWSER).getAll(),
                    e);
        }
    }

    public boolean isShown(String testId) {
        return all("[data-testid='" + testId + "']").stream().anyMatch(WebElement::isDisplayed);
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    public void screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WebElement byTestId(String testId) {
        return driver.findElement(By.cssSelector("[data-testid='" + testId + "']"));
    }

    private boolean isFollowing() {
        return !all("#screen[data-following=YES]").isEmpty();
    }

    private void showInput() {
        if (isShown("to-input")) {
            byTestId("to-input").click();
        }
    }
}
