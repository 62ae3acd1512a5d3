/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Ssh;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page: with the keyboard only, on a phone, in the dark theme, and with hostile vendor data. */
class ConsolePagesIT {
    private static HostileVendor vendor;
    private static ConsoleScene scene;
    private static String circuit;
    private static String customer;
    private static String ticket;

    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        vendor = HostileVendor.polled("pages");
        scene = vendor.scene();
        circuit = vendor.circuit();
        customer = vendor.customer();
        ticket = ApiClient.of(scene, ConsoleScene.VIEWER)
                .json("rows?element=frontend&dataset=tickets&limit=1")
                .at("/rows/0/key")
                .asText();
    }

    @AfterAll
    static void stop() throws Exception {
        scene.close();
    }

    @BeforeEach
    void open() throws Exception {
        browser = new Browser(scene);
        browser.logIn(ConsoleScene.ADMIN);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private static List<String> allPages() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/general/Satprov/uat",
                "/polling/Satprov/uat",
                "/configuration/Satprov/uat",
                "/calls/Satprov/uat",
                "/element/Exporter/uat",
                "/element/Store/-",
                "/sessions",
                "/containers",
                "/tickets/Etms/frontend",
                "/ticketing/Etms/frontend",
                "/requests/Etms/frontend",
                "/connection/Etms/frontend",
                "/tickets/Etms/backend",
                "/rows/frontend/tickets",
                "/ticket/frontend/" + ticket,
                "/circuit/uat/" + circuit,
                "/row/uat/customers/" + customer));
        Arrays.stream(Dataset.values())
                .map(dataset -> "/rows/uat/" + dataset.key())
                .forEach(pages::add);
        return pages;
    }

    @Test
    void theStoreLeadsToTheContainersAndTheirDuties() throws Exception {
        browser.open("Store", "Containers");
        browser.await("the containers", () -> browser.text().contains("(this one)"));
        assertTrue(browser.text().contains("polls uat"), browser.text());
        assertTrue(browser.text().contains("reads the tickets of"), browser.text());
    }

    @Test
    void noPageHasABarrierInLightOnADeskOrInTheDarkOnATelephone() throws Exception {
        for (String page : allPages()) {
            browser.go(page);
            browser.assertAccessible(page);
        }
        assertEquals(List.of(), browser.errors());
        try (Browser dark = new Browser(scene, "--force-dark-mode", "--blink-settings=preferredColorScheme=0")) {
            dark.driver().get(scene.at("").toString());
            dark.await("the login", () -> !dark.driver()
                    .findElements(By.cssSelector("dialog.login"))
                    .isEmpty());
            dark.assertAccessible("the login in the dark");
            dark.logIn(ConsoleScene.ADMIN);
            dark.size(360, 740);
            for (String page : allPages()) {
                dark.go(page);
                dark.assertAccessible(page + " in the dark on a telephone");
                dark.assertFitsTheWindow(page);
            }
        }
    }

    @Test
    void nothingLeavesTheHostAndTheBrowserComplainsOfNothing() throws Exception {
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
    void whatTheVendorWritesIsTextEverywhere() throws Exception {
        for (String page : List.of(
                "/rows/uat/customers",
                "/rows/uat/circuits?search=" + circuit,
                "/row/uat/customers/" + customer,
                "/circuit/uat/" + circuit)) {
            browser.go(page);
            browser.await("the script of the vendor as text on " + page, () -> browser.text()
                    .contains(HostileVendor.SCRIPT.substring(0, 20)));
            assertFalse(browser.driver().getTitle().contains("pwned"));
            assertEquals(
                    List.of(1L, 1L),
                    browser.driver().executeScript("return [document.scripts.length, document.images.length]"),
                    "only our own script and icon");
            browser.assertFitsTheWindow(page);
        }
        browser.go("/row/uat/customers/" + customer);
        assertTrue(browser.text().contains(HostileVendor.FORMULA));
        assertTrue(browser.text().contains(HostileVendor.LONG.strip()));
        WebElement rightToLeft = browser.driver().findElement(By.xpath("//bdi[contains(., 'שלום')]"));
        assertEquals(HostileVendor.RIGHT_TO_LEFT, rightToLeft.getAttribute("textContent"));

        String csv = ApiClient.of(scene, browser)
                .get("rows.csv?element=uat&dataset=customers&filter.customerNumber=" + customer)
                .body();
        assertEquals(2, csv.lines().count(), csv);
        assertTrue(csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\""), csv);
    }

    @Test
    void theKeyboardIsEnough() throws Exception {
        browser.go("/polling/Satprov/uat");
        browser.tabTo("Interval of Customers");
        browser.type(Keys.chord(Keys.CONTROL, "a"), "36h", Keys.TAB);
        browser.awaitText("Interval of Customers is set.");
        browser.tabTo("Poll Customers");
        browser.type(Keys.ENTER);
        browser.awaitText("1 queued");
        browser.go("/rows/uat/circuits");
        browser.tabTo("Columns");
        browser.type(Keys.ENTER);
        browser.tabTo("TM Workgroup");
        browser.type(Keys.SPACE);
        browser.await("the column", () -> !browser.driver()
                .findElements(By.xpath("//thead//button[starts-with(normalize-space(), 'TM Workgroup')]"))
                .isEmpty());
    }

    @Test
    void aDatasetIsSearchedFilteredSortedAndTurnedPageByPage() throws Exception {
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
        browser.sortBy("Circuit Alias");
        browser.await("sorted", () -> "ascending".equals(browser.order("Circuit Alias")));
        browser.await("the address", () -> {
            String address = browser.driver().getCurrentUrl();
            return address.contains("filter.status=inactive") && address.contains("sort=circuitAlias");
        });
        assertTrue(browser.driver().findElements(By.cssSelector("tbody tr")).stream()
                .allMatch(row -> row.getText().contains("Inactive")));

        String download =
                browser.driver().findElement(By.linkText("Download CSV")).getAttribute("href");
        String csv = ApiClient.of(scene, browser)
                .get(download.substring(download.indexOf("rows.csv")))
                .body();
        List<NamedCsvRecord> records;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            records = reader.stream().toList();
        }
        browser.awaitText("of " + records.size() + " that match, of 300");
        assertTrue(records.stream().allMatch(record -> record.getField("status").equals("Inactive")), csv);
    }

    @Test
    void whatAProfileAddsIsAColumnInTheBrowserInTheFileAndInTheShell() throws Exception {
        browser.go("/rows/uat/circuits?search=" + circuit);
        browser.awaitText("Portal Note");
        browser.awaitText("=ask first");
        browser.awaitText("0.5");
        browser.go("/circuit/uat/" + circuit);
        browser.awaitText("=ask first");
        String csv = ApiClient.of(scene, browser)
                .get("rows.csv?element=uat&dataset=circuits&filter.circuitId=" + circuit)
                .body();
        assertTrue(csv.lines().findFirst().orElse("").endsWith("lastModified,portalNote,risk,extra"), csv);
        assertTrue(csv.contains(",'=ask first,0.5,"), csv);
        try (Ssh ssh = new Ssh(scene.karaf().sshPort())) {
            Ssh.Answer shown = ssh.run(KarafProcess.USER, KarafProcess.PASSWORD, "vsat:show circuits " + circuit);
            assertTrue(
                    shown.output().matches("(?s).*portalNote\\s+\\S\\s+=ask first.*risk\\s+\\S\\s+0\\.5.*"),
                    shown.output());
            Ssh.Answer listed = ssh.run(KarafProcess.USER, KarafProcess.PASSWORD, "vsat:list --limit 300 circuits");
            assertTrue(listed.output().matches("(?s)\\V*lastModified\\V*portalNote\\V*risk.*"), listed.output());
            assertTrue(listed.output().contains("=ask first"), listed.output());
            for (String output : List.of(shown.output(), listed.output())) {
                assertTrue(output.contains("\\u001b]0;owned\\u0007\\u001b[H\\nforged"), output);
                assertFalse(
                        output.contains("\u001b]") || output.contains("\u0007") || output.contains("\u001b[H"), output);
                assertFalse(output.contains("\u202e"), output);
            }
        }
    }

    @Test
    void theRecordedCallsAreShownAndFoundByTheirCorrelationId() throws Exception {
        scene.bean("type=Satprov,name=uat").call("stopRecording");
        browser.open("Satprov uat", "Calls");
        assertFalse(browser.text().contains("/customers"));
        browser.button("Record").click();
        browser.field("Duration").sendKeys("5m", Keys.ENTER);
        browser.awaitText("Calls are recorded until");
        scene.bean("type=Satprov,name=uat,dataset=Customers").call("poll");
        By calls = By.xpath("//main//tbody/tr[contains(., '/customers?')]");
        browser.await(
                "a recorded call", () -> !browser.driver().findElements(calls).isEmpty());

        String shown = browser.driver()
                .findElement(calls)
                .findElement(By.cssSelector(".opener"))
                .getAccessibleName();
        browser.button(shown).click();
        browser.awaitText("Call " + shown.replace("Show ", ""));
        browser.awaitText("Bearer ***");
        browser.awaitText(HostileVendor.SCRIPT.substring(0, 20));
        browser.field("Correlation Id").sendKeys("none");
        browser.awaitText("No recorded call has this correlation id.");
        browser.button("Stop Recording").click();
        browser.awaitText("The recording has ended; it has");
        browser.assertAccessible("recorded calls");
        assertEquals(List.of(), browser.errors());

        String har = ApiClient.of(scene, browser)
                .get("calls.har?type=Satprov&name=uat&id=" + shown.replace("Show ", ""))
                .body();
        assertTrue(har.contains("\"version\" : \"1.2\"") && har.contains("/customers?"), har);
    }

    @Test
    void theSchemasForAnEditorLieBesideTheProfiles() throws Exception {
        for (String file : List.of("vendor-profile.schema.json", "vendor-profile-2.schema.json")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            Path.of("../docs/api").resolve(file),
                            scene.karaf().home().resolve("etc").resolve(file)));
        }
    }

    @Test
    void aCircuitsPageHasAllThatBelongsToIt() throws Exception {
        var circuits = scene.vendor().truth(Dataset.CIRCUITS);
        var devices = scene.vendor().truth(Dataset.DEVICES).values();
        var contacts = scene.vendor().truth(Dataset.OUTAGE_CONTACTS).values();
        var pirs = scene.vendor().truth(Dataset.ESP_PIRS).values();
        var locations = scene.vendor().truth(Dataset.LOCATIONS);
        String key = circuits.keySet().stream()
                .filter(each -> !each.equals(circuit)
                        && !circuits.get(each).path("tmWorkgroup").asText("").isEmpty()
                        && locations.containsKey(
                                circuits.get(each).path("locationId").asText())
                        && Stream.of(devices, contacts, pirs)
                                .allMatch(rows -> rows.stream().anyMatch(row -> belongs(row, each)))
                        && devices.stream()
                                .anyMatch(row -> belongs(row, each)
                                        && row.path("interfaces").size() > 0))
                .findFirst()
                .orElseThrow();
        String before = circuits.get(key).get("tmWorkgroup").asText();
        vendor.set(Dataset.CIRCUITS, key, Map.of("tmWorkgroup", "Night desk"));
        browser.go("/polling/Satprov/uat");
        browser.button("Poll Circuits").click();
        browser.awaitText("1 changed, 0 removed");

        browser.go("/circuit/uat/" + key);
        browser.awaitText("TM Workgroup: " + before + " → Night desk");
        for (JsonNode device : devices) {
            if (belongs(device, key)) {
                browser.awaitText(device.get("deviceId").asText());
                device.path("interfaces").forEach(each -> assertShows(each.path("ipAddress")));
            }
        }
        contacts.stream().filter(row -> belongs(row, key)).forEach(row -> assertShows(row.get("outageContactId")));
        pirs.stream().filter(row -> belongs(row, key)).forEach(row -> assertShows(row.get("pirId")));
        assertShows(circuits.get(key).get("locationId"));
        assertShows(circuits.get(key).get("customerNumber"));
    }

    private static boolean belongs(JsonNode row, String circuit) {
        return row.path("circuitId").asText().equals(circuit);
    }

    private void assertShows(JsonNode value) {
        assertTrue(browser.text().contains(value.asText()), value + " is not in " + browser.text());
    }

    @Test
    void generalTellsTotalsFreshnessTheLastCycleAndTheLastExport() throws Exception {
        browser.go("/general/Satprov/uat");
        browser.awaitRow("Circuits", "300");
        browser.awaitText("8 of 8 datasets succeeded, the last poll began");
        browser.await("the last export", () -> browser.text().matches("(?s).*Last export\\s+Succeeded .* ago.*"));
        for (Dataset dataset : Dataset.values()) {
            WebElement row = browser.driver()
                    .findElement(By.xpath("//tbody/tr[th/a[contains(@href, '/uat/" + dataset.key() + "')]]"));
            assertTrue(row.getText().matches("(?s).*Succeeded.* ago.*"), row.getText());
        }
    }

    @Test
    void timesAreInTheViewersZoneWithUtcAtHandAndNumbersInHisLanguage() throws Exception {
        browser.moveTo("Asia/Kolkata", "de-DE");
        browser.driver().navigate().refresh();
        browser.go("/rows/uat/circuits");
        browser.awaitText("as of");
        WebElement time = browser.driver().findElement(By.cssSelector(".count time"));
        Instant moment = Instant.parse(time.getAttribute("datetime"));
        String there =
                DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss").format(moment.atZone(ZoneId.of("Asia/Kolkata")));
        assertTrue(time.getText().startsWith(there), time.getText());
        String utc = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").format(moment.atZone(ZoneOffset.UTC));
        assertTrue(time.getAttribute("title").startsWith(utc), time.getAttribute("title"));

        browser.go("/configuration/Satprov/uat");
        Path file = scene.files().resolve("circuits.csv");
        browser.awaitRow(
                "circuits.csv", NumberFormat.getIntegerInstance(Locale.GERMANY).format(Files.size(file)));
    }

    @Test
    void aHeldPollIsAcceptedAfterAQuestion() throws Exception {
        int rows = scene.vendor().truth(Dataset.LOCATION_EQUIPMENTS).size();
        scene.vendor().change(Dataset.LOCATION_EQUIPMENTS, "{\"remove\":" + rows + "}");
        browser.go("/polling/Satprov/uat");
        browser.button("Poll Location Equipments").click();
        browser.awaitRow("Location Equipments", "Held");
        browser.button("Accept Location Equipments").click();
        browser.awaitText("Publishes the Held poll, deletions included");
        browser.assertAccessible("the question before an acceptance");
        browser.confirm();
        browser.awaitRow("Location Equipments", "Succeeded");
        assertFalse(browser.hasButton("Accept Location Equipments"));
    }
}
