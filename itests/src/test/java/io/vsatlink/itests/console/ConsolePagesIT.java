package io.vsatlink.itests.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page, for everybody who looks at it: without a mouse, on a telephone, in the dark, with a vendor who means no good. */
public class ConsolePagesIT {
    private static final String SCRIPT =
            "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
    private static final String RIGHT_TO_LEFT = "\u202eשלום עולם";
    private static final String LONG = "Long Name ".repeat(1_000);

    private static ConsoleScene scene;
    private static String circuit;
    private static String customer;

    private Browser browser;

    @BeforeClass
    public static void start() throws Exception {
        scene = new ConsoleScene("pages", 300, "apiPassword = secret\n");
        scene.karaf()
                .edit(
                        "io.vsatlink.exporter-uat.cfg",
                        Map.of(
                                "fileExport",
                                "enabled",
                                "fileExportPath",
                                scene.files().toString()));
        var customers = scene.vendor().truth(Dataset.CUSTOMERS);
        var circuits = scene.vendor().truth(Dataset.CIRCUITS);
        circuit = circuits.keySet().stream()
                .filter(key -> customers.containsKey(
                        circuits.get(key).path("customerNumber").asText()))
                .findFirst()
                .orElseThrow();
        customer = circuits.get(circuit).get("customerNumber").asText();
        set(
                Dataset.CUSTOMERS,
                customer,
                Map.of("customerName", SCRIPT, "espCustomerName", FORMULA, "vrfName", RIGHT_TO_LEFT, "gchId", LONG));
        set(Dataset.CIRCUITS, circuit, Map.of("circuitAlias", SCRIPT, "nms", RIGHT_TO_LEFT));
        scene.start();
        scene.awaitAllPolled();
    }

    private static void set(Dataset dataset, String key, Map<String, String> fields) throws Exception {
        scene.vendor().change(dataset, new ObjectMapper().writeValueAsString(Map.of("set", Map.of(key, fields))));
    }

    @AfterClass
    public static void stop() throws Exception {
        scene.close();
    }

    @Before
    public void open() throws Exception {
        browser = new Browser(scene);
        browser.logIn(ConsoleScene.ADMIN);
    }

    @After
    public void close() {
        browser.close();
    }

    private static List<String> allPages() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/general/Satprov/uat",
                "/polling/Satprov/uat",
                "/configuration/Satprov/uat",
                "/element/Exporter/uat",
                "/element/Store/-",
                "/tickets/Etms/frontend",
                "/ticketing/Etms/frontend",
                "/requests/Etms/frontend",
                "/connection/Etms/frontend",
                "/tickets/Etms/backend",
                "/circuit/uat/" + circuit,
                "/row/uat/customers/" + customer));
        Arrays.stream(Dataset.values())
                .map(dataset -> "/rows/uat/" + dataset.key())
                .forEach(pages::add);
        return pages;
    }

    @Test
    public void noPageHasABarrierInLightOrDarkOnADeskOrATelephone() throws Exception {
        for (String page : allPages()) {
            browser.go(page);
            browser.assertAccessible(page);
        }
        assertEquals(List.of(), browser.errors());
        browser.size(360, 740);
        for (String page : allPages()) {
            browser.go(page);
            browser.assertAccessible(page + " on a telephone");
            assertFitsTheWindow(page);
        }
        try (Browser dark = new Browser(scene, "--force-dark-mode", "--blink-settings=preferredColorScheme=0")) {
            dark.driver().get(scene.at("").toString());
            dark.await("the login", () -> !dark.driver()
                    .findElements(By.cssSelector("dialog.login"))
                    .isEmpty());
            dark.assertAccessible("the login in the dark");
            dark.logIn(ConsoleScene.ADMIN);
            for (String page : allPages()) {
                dark.go(page);
                dark.assertAccessible(page + " in the dark");
            }
        }
    }

    @Test
    public void nothingLeavesTheHostAndTheBrowserComplainsOfNothing() throws Exception {
        for (String page : allPages()) {
            browser.go(page);
        }
        assertEquals(List.of(), browser.errors());
        List<String> elsewhere = browser.requests().stream()
                .filter(address -> !address.startsWith(scene.at("").toString()))
                .toList();
        assertEquals(List.of(), elsewhere);
        assertTrue(browser.requests().size() > allPages().size());
    }

    @Test
    public void whatTheVendorWritesIsTextEverywhere() throws Exception {
        for (String page : List.of(
                "/rows/uat/customers",
                "/rows/uat/circuits?search=" + circuit,
                "/row/uat/customers/" + customer,
                "/circuit/uat/" + circuit)) {
            browser.go(page);
            browser.await("the script of the vendor as text on " + page, () -> browser.text()
                    .contains(SCRIPT.substring(0, 20)));
            assertFalse(browser.driver().getTitle().contains("pwned"));
            assertEquals(
                    "only our own script and icon",
                    List.of(1L, 1L),
                    browser.driver().executeScript("return [document.scripts.length, document.images.length]"));
            assertFitsTheWindow(page);
        }
        browser.go("/row/uat/customers/" + customer);
        assertTrue(browser.text().contains(FORMULA));
        assertTrue(browser.text().contains(LONG.strip()));
        WebElement rightToLeft = browser.driver().findElement(By.xpath("//bdi[contains(., 'שלום')]"));
        assertEquals(RIGHT_TO_LEFT, rightToLeft.getAttribute("textContent"));

        String csv = ApiClient.of(scene, browser)
                .get("rows.csv?element=uat&dataset=customers&filter.customerNumber=" + customer)
                .body();
        assertEquals(csv, 2, csv.lines().count());
        assertTrue(csv, csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\""));
    }

    @Test
    public void theKeyboardIsEnough() throws Exception {
        browser.go("/polling/Satprov/uat");
        tabTo("Interval of Customers");
        type(Keys.chord(Keys.CONTROL, "a"), "36h", Keys.TAB);
        browser.awaitText("Interval of Customers is set.");
        tabTo("Poll Customers");
        type(Keys.ENTER);
        browser.awaitText("1 queued");
        browser.go("/rows/uat/circuits");
        tabTo("Columns");
        type(Keys.ENTER);
        tabTo("Tm Workgroup");
        type(Keys.SPACE);
        browser.await("the column", () -> !browser.driver()
                .findElements(By.xpath("//thead//button[starts-with(normalize-space(), 'Tm Workgroup')]"))
                .isEmpty());
    }

    @Test
    public void aDatasetIsSearchedFilteredSortedAndTurnedPageByPage() throws Exception {
        browser.go("/rows/uat/circuits?limit=25");
        browser.awaitText("Rows 1–25 of 300");
        browser.button("Next").click();
        browser.awaitText("Rows 26–50 of 300");
        browser.button("Last").click();
        browser.awaitText("Rows 276–300 of 300");
        browser.button("Previous").click();
        browser.awaitText("Rows 251–275 of 300");
        browser.button("First").click();
        browser.awaitText("Rows 1–25 of 300");
        browser.set("Filter Status", "inactive");
        browser.awaitText("that match, of 300");
        browser.driver()
                .findElement(By.xpath("//thead//button[starts-with(normalize-space(), 'Circuit Alias')]"))
                .click();
        browser.await("sorted", () -> "ascending"
                .equals(browser.driver()
                        .findElement(By.xpath("//th[.//button[starts-with(normalize-space(), 'Circuit Alias')]]"))
                        .getAttribute("aria-sort")));
        String address = browser.driver().getCurrentUrl();
        assertTrue(address, address.contains("filter.status=inactive") && address.contains("sort=circuitAlias"));
        assertTrue(browser.driver().findElements(By.cssSelector("tbody tr")).stream()
                .allMatch(row -> row.getText().contains("Inactive")));
    }

    @Test
    public void aHeldPollIsAcceptedAfterAQuestion() throws Exception {
        int rows = scene.vendor().truth(Dataset.LOCATION_EQUIPMENTS).size();
        scene.vendor().change(Dataset.LOCATION_EQUIPMENTS, "{\"remove\":" + rows + "}");
        browser.go("/polling/Satprov/uat");
        browser.button("Poll Location Equipments").click();
        browser.awaitRow("Location Equipments", "Held");
        browser.button("Accept Location Equipments").click();
        browser.awaitText("Publishes what is Held, the deletions included");
        browser.assertAccessible("the question before an acceptance");
        browser.driver().findElement(By.cssSelector("dialog button.primary")).click();
        browser.awaitRow("Location Equipments", "Succeeded");
        assertFalse(browser.hasButton("Accept Location Equipments"));
    }

    /** Wide tables scroll by themselves; the page as a whole never goes sideways. */
    private void assertFitsTheWindow(String page) {
        assertEquals(
                page + " goes beyond the window",
                true,
                browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"));
    }

    private void tabTo(String name) throws Exception {
        for (int i = 0; i < 200; i++) {
            type(Keys.TAB);
            WebElement focused = browser.driver().switchTo().activeElement();
            if (name.equals(focused.getAccessibleName())) {
                return;
            }
        }
        throw new AssertionError("the tabulator does not come to " + name);
    }

    private void type(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }
}
