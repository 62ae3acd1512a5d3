/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.parameters.PlantedSecrets;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real OpenID provider gives the tokens, and judges them. */
@ExtendWith(ProgramLogs.class)
class OpenIdIT {
    private static final String SECRET = "planted-Qm3-secret";
    private static final String WRONG = "planted-Zt7-wrong";
    private static final String STORE_PASSWORD = "planted-Kd5-store";
    private static final String ELEMENT = "type=Satprov,name=uat";

    @TempDir
    Path folder;

    /** Where our bundles are, and nothing of the provider. */
    private Path data;

    @BeforeEach
    void aFolderOfOurOwn() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void aTokenThatEndsOrIsRevokedInTheMidstOfAListingIsReplaced() throws Exception {
        ObjectNode listing = listing(3).put("delay", 200).put("revokeAt", 4);
        try (OpenIdProvider provider = OpenIdProvider.start(folder, OpenIdProvider.withSecret(SECRET), listing);
                FelixProcess felix = new FelixProcess(data, "-Xmx256m")) {
            start(felix, provider, "openid-secret.json", Map.of("apiPassword", WRONG));
            Bean element = Bean.of(felix.jmx(), ELEMENT);
            awaitRefusal(element);
            assertEquals(1, provider.lines("refused invalid_client").size(), "nobody tries again by himself");

            element.set("ApiPassword", SECRET);
            String unused = element.call("login");
            awaitPoll(felix);

            // the page after the revocation at the least was refused, and each page that was is answered afterwards
            List<String> refused = pages(provider, "401 ");
            assertTrue(!refused.isEmpty());
            assertTrue(pages(provider, "200 ").containsAll(refused), refused.toString());
            assertEquals(20, pages(provider, "200 ").size(), "no page is read twice");
            assertTrue(provider.tokens().size() >= 3, "one was revoked, and one at the least has ended");
            assertEquals(provider.tokens().size(), by(provider, "client_secret_basic"));
            assertNoneIsFound(felix, provider, SECRET, WRONG, basic(SECRET), basic(WRONG));
        }
    }

    @Test
    void whoHasAKeyThatTheProviderKnowsIsLetInAndNobodyElse() throws Exception {
        SigningKey rsa = SigningKey.make(folder.resolve("rsa.p12"), STORE_PASSWORD, "RSA");
        SigningKey curve = SigningKey.make(folder.resolve("ec.p12"), STORE_PASSWORD, "EC");
        SigningKey unknown = SigningKey.make(folder.resolve("unknown.p12"), STORE_PASSWORD, "RSA");
        Path inUse = Files.createDirectories(data.resolve("etc")).resolve("vsat.p12");
        Files.copy(unknown.file(), inUse);
        ObjectNode client = OpenIdProvider.withKeys(rsa.jwk(), curve.jwk());
        try (OpenIdProvider provider = OpenIdProvider.start(folder, client, listing(600));
                FelixProcess felix = new FelixProcess(data, "-Xmx256m")) {
            Map<String, String> keys = Map.of(
                    "apiPassword", "unused", "clientKeyStore", "vsat.p12", "clientKeyStorePassword", STORE_PASSWORD);
            start(felix, provider, "openid-key.json", keys);
            Bean element = Bean.of(felix.jmx(), ELEMENT);
            awaitRefusal(element);

            for (SigningKey known : List.of(rsa, curve)) {
                int before = provider.tokens().size();
                Files.copy(known.file(), inUse, StandardCopyOption.REPLACE_EXISTING);
                String unused = element.call("login");
                Await.until("a token", () -> provider.tokens().size() > before);
                Await.until("logged in", () -> element.text("LoginStatus").equals("Success"));
            }
            awaitPoll(felix);

            assertEquals(1, provider.lines("refused invalid_client").size());
            assertEquals(2, by(provider, "private_key_jwt"));
            assertNoneIsFound(felix, provider, STORE_PASSWORD);
        }
    }

    private static List<String> pages(OpenIdProvider provider, String status) {
        return provider.lines(status).stream().map(line -> line.substring(4)).toList();
    }

    /** How many tokens clients got by this way to prove who they are. */
    private static long by(OpenIdProvider provider, String way) {
        return provider.lines("issued ").stream()
                .filter(line -> line.endsWith(" by " + way))
                .count();
    }

    /** @param seconds that a token lives */
    private static ObjectNode listing(int seconds) {
        return JsonServer.JSON.createObjectNode().put("seconds", seconds).put("delay", 0);
    }

    private void start(FelixProcess felix, OpenIdProvider provider, String profile, Map<String, String> more)
            throws Exception {
        try (InputStream text = OpenIdIT.class.getResourceAsStream(profile)) {
            Profiles.put(
                    data,
                    profile,
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(":4000/", ":" + provider.providerPort() + "/"));
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "host",
                "http://127.0.0.1",
                "port",
                String.valueOf(provider.inventoryPort()),
                "apiUsername",
                OpenIdProvider.CLIENT,
                "profile",
                profile,
                "circuits.itemsPerPage",
                "10",
                "parallelPages",
                "1"));
        Stream.of(Dataset.values())
                .filter(dataset -> dataset != Dataset.CIRCUITS)
                .forEach(dataset -> settings.put(dataset.key() + ".state", "disabled"));
        settings.putAll(more);
        felix.etc().write("io.vsatlink.satprov~uat", settings);
        felix.start();
    }

    private static void awaitRefusal(Bean element) throws Exception {
        Await.until(
                "refused", () -> element.exists() && element.text("LoginStatus").equals("Failed"));
        assertEquals(
                "openid refuses the login of \"vsat\": invalid_client, client authentication failed;"
                        + " not tried again until somebody logs in or corrects the settings",
                element.text("LoginReason"));
    }

    private static void awaitPoll(FelixProcess felix) throws Exception {
        Bean circuits = Bean.of(felix.jmx(), ELEMENT + ",dataset=Circuits");
        Await.until("polled", () -> List.of("Succeeded", "Failed").contains(circuits.text("Status")));
        assertEquals("Succeeded", circuits.text("Status"), circuits.text("Reason"));
        assertEquals(OpenIdProvider.CIRCUITS, circuits.number("TotalItems"));
    }

    private static String basic(String secret) {
        return Base64.getEncoder()
                .encodeToString((OpenIdProvider.CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private void assertNoneIsFound(FelixProcess felix, OpenIdProvider provider, String... secrets) throws Exception {
        List<String> all = new ArrayList<>(List.of(secrets));
        all.addAll(provider.tokens());
        PlantedSecrets planted = new PlantedSecrets(all.toArray(String[]::new));
        for (String bean : List.of(ELEMENT, ELEMENT + ",dataset=Circuits")) {
            Bean each = Bean.of(felix.jmx(), bean);
            for (var attribute : felix.jmx().getMBeanInfo(each.name()).getAttributes()) {
                planted.output(String.valueOf(felix.jmx().getAttribute(each.name(), attribute.getName())));
            }
        }
        felix.stop();
        String log = Files.readString(data.resolve("console.log"));
        assertTrue(log.contains("invalid_client"), "the log has what went wrong:\n" + log);
        planted.assertNotFoundIn(data);
    }
}
