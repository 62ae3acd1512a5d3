/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.Await;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, operated like a user would: by visible names and texts, not by ids. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConsoleScene scene;
    private final ChromeDriver driver;
    private final List<String> errors = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    Browser(ConsoleScene scene, String... more) throws IOException {
        this.scene = scene;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-US",
                "--user-data-dir=" + Files.createTempDirectory("chromium"));
        options.addArguments(more);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver"))
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1280, 900));
    }

    private static File program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + "; ./check installs it"))
                .toFile();
    }

    ChromeDriver driver() {
        return driver;
    }

    void logIn(ConsoleScene.Login login) throws Exception {
        driver.get(scene.at("").toString());
        giveNameAndPassword(login);
    }

    void giveNameAndPassword(ConsoleScene.Login login) throws Exception {
        await("the login", () -> !driver.findElements(By.cssSelector("dialog.login"))
                .isEmpty());
        field("User").sendKeys(login.user());
        field("Password").sendKeys(login.password());
        button("Log in").click();
        await("logged in", () -> driver.findElements(By.cssSelector("dialog.login"))
                .isEmpty());
    }

    /** Opens a page through the menu. */
    void open(String group, String name) throws Exception {
        By link = By.xpath("//nav[@id='nav']//section[h2//bdi[.='" + group + "']]//a[.='" + name + "']");
        await("the menu has " + group + ", " + name, () -> !driver.findElements(link)
                .isEmpty());
        driver.findElement(link).click();
        awaitPage();
    }

    /** Opens a page by its URL fragment. */
    void go(String hash) throws Exception {
        driver.get(scene.at("#" + hash).toString());
        awaitPage();
    }

    void awaitPage() throws Exception {
        await(
                "the page",
                () -> Boolean.TRUE.equals(driver.executeScript("const main = document.getElementById('main');"
                        + "return main.ariaBusy === 'false' && main.dataset.page"
                        + " === decodeURIComponent(location.hash.split('?')[0].replace(/^#?\\/?/, ''))")));
    }

    /** A field by its accessible name. */
    WebElement field(String name) throws Exception {
        return one(By.xpath("//*[self::input or self::select or self::textarea][@aria-label='" + name
                + "' or @id=//label[normalize-space()='" + name + "']/@for]"));
    }

    WebElement button(String name) throws Exception {
        return one(By.xpath("//button[normalize-space()='" + name + "' or @aria-label='" + name + "']"));
    }

    boolean hasButton(String name) {
        return !driver.findElements(
                        By.xpath("//button[normalize-space()='" + name + "' or @aria-label='" + name + "']"))
                .isEmpty();
    }

    List<String> buttons() {
        return driver.findElements(By.cssSelector("main button")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private WebElement one(By by) throws Exception {
        await(by.toString(), () -> driver.findElements(by).stream().anyMatch(WebElement::isDisplayed));
        return driver.findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    /** Replaces the text of a field and presses Enter. */
    void set(String field, String text) throws Exception {
        WebElement input = field(field);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
    }

    /** Presses Tab until the element with this accessible name has the focus. */
    void tabTo(String name) {
        for (int i = 0; i < 200; i++) {
            type(Keys.TAB);
            if (name.equals(focused().getAccessibleName())) {
                return;
            }
        }
        throw new AssertionError("the tabulator does not come to " + name);
    }

    void type(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Opens the context menu of a table's first row; returns the key of the row. */
    String rightClickFirstRow() throws Exception {
        return rightClick(By.cssSelector("main tbody tr:first-child"));
    }

    /** Waits for a row and opens its context menu; returns the key of the row. */
    String rightClick(By row) throws Exception {
        By opened = By.cssSelector("main .opener[aria-expanded=true]");
        await("a menu of " + row, () -> {
            for (WebElement found : driver.findElements(row)) {
                new Actions(driver).contextClick(found).perform();
            }
            return !driver.findElements(opened).isEmpty();
        });
        return driver.findElement(opened).getText();
    }

    /** The table row that contains this cell. */
    static By rowWith(String cell) {
        return By.xpath("//main//tbody/tr[*[normalize-space()='" + cell + "']]");
    }

    void awaitRow(By row, String says) throws Exception {
        await(row + " says " + says, () -> driver.findElements(row).stream()
                .anyMatch(found -> found.getText().contains(says)));
    }

    /** Changes the browser's time zone and language. */
    void moveTo(String zone, String locale) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", locale));
    }

    /** Waits until the page shows an entry of the ticket's activity log, with time and author. */
    void awaitActivityLog(String ticket) throws Exception {
        Pattern entry = Pattern.compile("Activity log of " + ticket + "\\s+\\d{4}-\\d\\d-\\d\\dT\\S+ \\S+");
        await("the activity log of " + ticket, () -> entry.matcher(
                        driver.findElement(By.cssSelector("main pre")).getText())
                .find());
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void awaitText(String text) throws Exception {
        await("the page says " + text, () -> text().contains(text));
    }

    /** The cells of the table row that begins with this text. */
    String row(String first) throws Exception {
        return one(By.xpath("//tbody/tr[*[1][normalize-space()='" + first + "']]"))
                .getText();
    }

    void awaitRow(String first, String says) throws Exception {
        await("the row " + first + " says " + says, () -> row(first).contains(says));
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    void await(String what, Condition condition) throws Exception {
        try {
            Await.until(what, () -> {
                try {
                    return condition.holds();
                } catch (StaleElementReferenceException e) {
                    return false;
                }
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the page says:\n" + text() + "\n" + errors(), e);
        }
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Presses the button of the open dialog that does what it asks about. */
    void confirm() {
        driver.findElement(By.cssSelector("dialog button.primary")).click();
    }

    /** Presses the heading of a column. */
    void sortBy(String column) {
        driver.findElement(By.xpath("//thead//button[starts-with(normalize-space(), '" + column + "')]"))
                .click();
    }

    /** How the rows are sorted by a column, for those who can't see it; null if they are not. */
    String order(String column) {
        return driver.findElement(By.xpath("//th[.//button[starts-with(normalize-space(), '" + column + "')]]"))
                .getAttribute("aria-sort");
    }

    /** Wide tables scroll by themselves; the page as a whole must not scroll horizontally. */
    void assertFitsTheWindow(String page) {
        assertEquals(
                true,
                driver.executeScript("return document.documentElement.scrollWidth <= innerWidth"),
                page + " goes beyond the window");
    }

    /** Fails if the page has accessibility problems, or cannot be used with the keyboard. */
    void assertAccessible(String page) {
        Results results = new AxeBuilder().analyze(driver);
        assertEquals(
                0,
                results.getViolations().size(),
                page + ": "
                        + results.getViolations().stream().map(Browser::told).toList());
    }

    private static String told(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** The errors in the browser's console so far, except for intended refusals by the API. */
    List<String> errors() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            boolean refused = entry.getMessage().contains("/vsatlink/api/")
                    && entry.getMessage().contains("the server responded with a status of 4");
            if (entry.getLevel().intValue() >= Level.WARNING.intValue() && !refused) {
                errors.add(entry.getMessage());
            }
        }
        return List.copyOf(errors);
    }

    /** The URLs of all requests so far, except for the browser's own before our first page. */
    List<String> requests() throws IOException {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            String address = message.at("/params/request/url").asText();
            if (message.path("method").asText().equals("Network.requestWillBeSent")
                    && !address.matches("(chrome|data):.*")) {
                requests.add(address);
            }
        }
        return List.copyOf(requests);
    }

    void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("console.pictures")));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
