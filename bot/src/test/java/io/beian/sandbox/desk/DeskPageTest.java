package io.beian.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beian.backend.FilingBackend;
import io.beian.backend.OrderForm;
import io.beian.backend.OrderStatus;
import io.beian.backend.SandboxProcess;
import io.beian.backend.Submission;
import io.beian.filing.SampleFiling;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The desk in a real browser; passed over where there is none. */
class DeskPageTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='taken'\">";

    @Test
    void sendsAnOrderBackWithAReasonPerField(@TempDir Path data) {
        Optional<File> driver = onPath("chromedriver");
        Optional<File> browser =
                Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> onPath(name).stream())
                        .findFirst();
        assumeTrue(driver.isPresent() && browser.isPresent(), "no browser");
        try (SandboxProcess sandbox = SandboxProcess.start(data)) {
            String number = submit(sandbox.bean(FilingBackend.class));
            WebDriver page = open(driver.orElseThrow(), browser.orElseThrow());
            try {
                page.get(sandbox.at("/sandbox/desk").toString());
                sendBack(page, new WebDriverWait(page, Duration.ofSeconds(20)));
                assertThat(page.getTitle()).isEqualTo("审核台");
            } finally {
                page.quit();
            }

            OrderStatus order = sandbox.bean(FilingBackend.class).order(number).orElseThrow();
            assertThat(order.state()).isEqualTo("PRE_REVIEW_REJECTED");
            assertThat(order.problems())
                    .extracting(Object::toString)
                    .containsExactly("Problem[site.s1.name reviewer]", "Problem[ reviewer]");
        }
    }

    private static void sendBack(WebDriver page, WebDriverWait until) {
        until.until(
                        ExpectedConditions.elementToBeClickable(
                                By.cssSelector("[data-event=REJECT_PRE_REVIEW]")))
                .click();
        new Select(page.findElement(By.cssSelector("#picked select")))
                .selectByValue("site.s1.name");
        page.findElement(By.cssSelector("[aria-label='退回原因']")).sendKeys("名称不规范");
        page.findElement(By.id("opinion")).sendKeys("请尽快修改");
        page.findElement(By.id("confirm")).click();
        until.until(
                ExpectedConditions.attributeToBe(
                        By.id("order"), "data-state", "PRE_REVIEW_REJECTED"));
        assertThat(page.findElement(By.id("fields")).getText()).contains("退回原因：名称不规范", HOSTILE);
    }

    private static String submit(FilingBackend backend) {
        SampleFiling filing = new SampleFiling().with("sponsor.address", HOSTILE);
        OrderForm form = new OrderForm("filer-1", "c1", filing.complete());
        return ((Submission.Taken) backend.submit("key-1", form)).order().number();
    }

    private static WebDriver open(File driver, File browser) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        return new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
    }

    private static Optional<File> onPath(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }
}
