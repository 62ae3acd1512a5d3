/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.event.Topics;
import io.vsatlink.itests.parameters.PlantedSecrets;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Password, key and token are used, refused and repeated by the vendor, and appear only where a user put them. */
record Secrets(EtmsScene scene, PlantedSecrets planted) {
    static final String PASSWORD = "planted-Mv4-password";
    static final String KEY = "planted-Rt8-key";
    private static final String WRONG_PASSWORD = "planted-Hc2-wrong";
    private static final String WRONG_KEY = "planted-Jn6-wrong";
    private static final String TOKEN = "planted-Wd9-token";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("AutoVSATDataMiner:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static final String FAULTS =
            """
            [{"path":"etms/tickets","method":"POST","times":1,"status":400,
              "body":"{\\"error\\":{\\"code\\":\\"VALIDATION\\",\\"message\\":\\"no %s %s\\"}}"},
             {"path":"etms/session","times":1,"status":200,
              "body":"{\\"accessToken\\":\\"%s\\",\\"expiresIn\\":1800}"},
             {"path":"etms/tickets/*/activities","times":1,"status":400,
              "body":"{\\"error\\":{\\"code\\":\\"VALIDATION\\",\\"message\\":\\"no %s\\"}}"}]""";

    static PlantedSecrets toFind() {
        return new PlantedSecrets(PASSWORD, KEY, WRONG_PASSWORD, WRONG_KEY, TOKEN, BASIC);
    }

    void noneIsLeftAnywhere() throws Exception {
        Bean frontend = scene.frontend();
        // a gateway that repeats the request and issues a token that it does not accept
        scene.vendor().post("faults", FAULTS.formatted(PASSWORD, KEY, TOKEN, TOKEN));
        scene.shell("etms:ticket-submit --element frontend SECRET-1 \"Circuit Up/Down\" C1 2 down");
        Map<String, String> blocked = scene.heard(Topics.REQUEST_BLOCKED, "reference", "SECRET-1");
        assertTrue(blocked.get("reason").contains("VALIDATION, no *** ***"), blocked.get("reason"));
        frontend.call("testConnection");
        Await.until(
                "the token was given",
                () -> new ObjectMapper()
                                        .readTree(scene.vendor().get("faults"))
                                        .at("/1/struck")
                                        .asInt()
                                == 1
                        && frontend.text("ConnectionStatus").equals("Connected"));
        String repeated = scene.refusal("etms:activity-log --element frontend ETM0");
        assertTrue(repeated.contains("VALIDATION, no ***"), repeated);
        scene.refusal("etms:activity-log --element frontend ETM0");
        frontend.set("Password", WRONG_PASSWORD);
        awaitRefused(frontend, "InvalidClientIdentifier");
        frontend.set("ApiKey", WRONG_KEY);
        awaitRefused(frontend, "InvalidApiKey");
        scene.typeSecret("password", PASSWORD);
        scene.typeSecret("apiKey", KEY);
        Await.until("connected again", () -> frontend.text("ConnectionStatus").equals("Connected"));
        scene.poll();

        scene.readEverything();
        for (String command : List.of(
                "vsat:status",
                "vsat:parameter-list",
                "etms:request-list --element backend",
                "etms:ticket-list --element frontend",
                "dev:dump-create --no-heap-dump",
                "vsat:backup " + scene.karaf().home().resolve("data"))) {
            scene.shell(command);
        }
        scene.stop();
        String history = Files.readString(scene.history());
        assertTrue(history.contains("vsat:parameter-set --element frontend apiKey"), history);
        planted.assertNotFoundIn(scene.karaf().home());
    }

    private static void awaitRefused(Bean element, String why) throws Exception {
        Await.until(
                "refused: " + why,
                () -> element.text("ConnectionStatus").equals("Authentication Failed")
                        && element.text("ConnectionReason").contains(why));
    }
}
