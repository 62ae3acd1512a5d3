/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import javax.management.InvalidAttributeValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile takes effect without a restart; one with a mistake does not, and the previous one stays in force. */
class ProfileInForceIT {
    private static final String BUILT_IN =
            "../bundles/satprov-connector/src/main/resources/io/vsatlink/satprov/remote/satellite-provisioning.json";
    private static final String RIGHT = "\"nms\": \"/nms\"";
    private static final String WRONG = "\"nms\": \"nms\"";

    @TempDir
    Path folder;

    private SimulatorProcess vendor;
    private FelixHost felix;

    @BeforeEach
    void start() throws Exception {
        vendor = SimulatorProcess.start("--circuits", "60", "--seed", "5");
        write("mine.json", profile());
        felix = FelixHost.start(folder, Map.of("io.vsatlink.satprov~uat", settings("mine.json")));
        Await.until(
                "the first poll",
                () -> circuits().exists() && circuits().text("Status").equals("Succeeded"));
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
        vendor.close();
    }

    @Test
    void aProfileWithAMistakeIsRefusedWithItsPlaceAndTheOneBeforeStaysInForce() throws Exception {
        write("wrong.json", profile().replace(RIGHT, WRONG));
        String sentence = assertThrows(
                        InvalidAttributeValueException.class, () -> element().set("Profile", "wrong.json"))
                .getMessage();
        int line = 1
                + (int) profile().substring(0, profile().indexOf(RIGHT)).lines().count()
                - 1;
        assertEquals(
                "profile: \"wrong.json\" is not accepted (wrong.json, line " + line
                        + ": /listings/circuits/columns/nms must be a JSON pointer such as /a/b, not \"nms\");"
                        + " allowed is the name of a file in etc that holds a vendor profile; or empty",
                sentence);
        assertEquals("mine.json", element().text("Profile"));
        assertEquals("", element().text("ConfigurationProblems"));
        assertPollSucceeds();
    }

    @Test
    void anInvalidEditIsReportedAndAValidOneTakesEffectAutomatically() throws Exception {
        write("mine.json", profile().replace(RIGHT, WRONG));
        Await.until("the mistake is told", () -> element()
                .text("ConfigurationProblems")
                .matches("profile: mine\\.json, line \\d+: /listings/circuits/columns/nms must be .*in force"));
        assertEquals("Critical", element().text("Health"));
        assertEquals("Success", element().text("LoginStatus"));
        assertPollSucceeds();

        long logins = logins();
        String renamed = profile()
                .replace(RIGHT, "\"nms\": \"/countryCode\"")
                .replace("\"countryCode\": \"/countryCode\"", "\"countryCode\": null");
        write("mine.json", renamed);
        Await.until(
                "the edit is in force",
                () -> element().text("ConfigurationProblems").isEmpty()
                        && logins() > logins
                        && element().text("LoginStatus").equals("Success"));
        circuits().call("poll");
        Await.until(
                "rows by the new profile",
                () -> circuits().text("Reason").contains("the vendor no longer returns countryCode"));
        assertTrue(
                circuits().text("Reason").contains(" 0 added, 60 changed, 0 removed"),
                circuits().text("Reason"));
        assertEquals("Warning", element().text("Health"));
    }

    @Test
    void aStartWithAProfileThatHasAMistakeMakesNoCallsAndSaysWhy() throws Exception {
        felix.close();
        vendor.post("reset-calls", "{}");
        write("mine.json", profile().replace(RIGHT, WRONG));
        felix = FelixHost.start(folder, Map.of("io.vsatlink.satprov~uat", settings("mine.json")));
        Await.until(
                "the element",
                () -> element().exists() && element().text("LoginReason").contains("profile is missing or invalid"));
        assertTrue(element().text("ConfigurationProblems").contains("/listings/circuits/columns/nms must be"));
        assertEquals(0, calls().path("requests").asLong());
    }

    private void assertPollSucceeds() throws Exception {
        long before = pages();
        assertTrue(circuits().call("poll").startsWith("1 queued"));
        Await.until(
                "another poll",
                () -> pages() > before && circuits().text("Status").equals("Succeeded"));
    }

    private long pages() throws Exception {
        return calls().path("pages").path("circuits").asLong();
    }

    private long logins() throws Exception {
        return calls().path("logins").asLong();
    }

    private JsonNode calls() throws Exception {
        return new ObjectMapper().readTree(vendor.get("calls"));
    }

    private Map<String, String> settings(String profile) {
        return new HashMap<>(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(vendor.base().getPort()),
                "apiUsername", "vsat",
                "apiPassword", "secret",
                "profile", profile));
    }

    private static String profile() throws Exception {
        return Files.readString(Path.of(BUILT_IN));
    }

    /** Replaces the file atomically, as many editors do. */
    private void write(String name, String text) throws Exception {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        Path beside = Files.writeString(etc.resolve(name + ".new"), text);
        Files.move(beside, etc.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Bean element() throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=uat");
    }

    private static Bean circuits() throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Satprov,name=uat,dataset=Circuits");
    }
}
