package io.beian.sandbox;

import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The review desk beside the phone, in the frame it stands in. */
public final class DeskPane {

    private final ChromeDriver driver;
    private final Duration patience;

    public DeskPane(Browser browser, Duration patience) {
        this.driver = browser.driver();
        this.patience = patience;
    }

    /** Plays an event that needs no reasons and waits until the order has got where it leads. */
    public void play(String event, String state) {
        within(
                () -> {
                    click("[data-event=" + event + "]");
                    awaitState(state);
                });
    }

    public void verifies(String person, String state) {
        within(
                () -> {
                    click("[data-event=PERSON_VERIFIES][data-person='" + person + "']");
                    awaitState(state);
                });
    }

    /** Sends the order back with a reason for each path: path, reason, path, reason … */
    public void reject(String event, String state, List<String> reasons, String opinion) {
        within(
                () -> {
                    click("[data-event=" + event + "]");
                    for (int i = 0; i < reasons.size(); i += 2) {
                        if (i > 0) {
                            click("#more");
                        }
                        WebElement line = last("#picked .pick");
                        new Select(line.findElement(By.cssSelector("select")))
                                .selectByValue(reasons.get(i));
                        line.findElement(By.cssSelector("[aria-label='退回原因']"))
                                .sendKeys(reasons.get(i + 1));
                    }
                    driver.findElement(By.id("opinion")).sendKeys(opinion);
                    click("#confirm");
                    awaitState(state);
                });
    }

    /** Moves the sandbox's clock, such as {@code PT2H} or {@code P1D}. */
    public void forward(String step) {
        within(() -> click("[data-forward=" + step + "]"));
    }

    private void within(Runnable act) {
        driver.switchTo().frame("frame");
        try {
            act.run();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** The desk draws itself anew every now and then, under a finger too. */
    private void click(String selector) {
        new WebDriverWait(driver, patience)
                .ignoring(StaleElementReferenceException.class)
                .until(
                        page -> {
                            List<WebElement> found = page.findElements(By.cssSelector(selector));
                            if (found.isEmpty() || !found.get(0).isDisplayed()) {
                                return false;
                            }
                            driver.executeScript("arguments[0].click()", found.get(0));
                            return true;
                        });
    }

    private WebElement last(String selector) {
        List<WebElement> found = driver.findElements(By.cssSelector(selector));
        return found.get(found.size() - 1);
    }

    private void awaitState(String state) {
        new WebDriverWait(driver, patience)
                .ignoring(StaleElementReferenceException.class)
                .until(
                        page ->
                                state.equals(
                                        page.findElement(By.id("order"))
                                                .getDomAttribute("data-state")));
    }
}
