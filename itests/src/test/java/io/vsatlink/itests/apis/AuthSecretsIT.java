/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.apis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.itests.parameters.PlantedSecrets;
import io.vsatlink.itests.programs.SigningKey;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An element for each kind of authentication, whose vendor first accepts and then repeats in its refusals everything that it
 * received: neither the MBeans nor any file have a secret, a token or a cookie.
 */
class AuthSecretsIT {
    private static final MBeanServer MBEANS = ManagementFactory.getPlatformMBeanServer();
    private static final String PASSWORD = "planted-pass-1";
    private static final String STORE_PASSWORD = "planted-store";
    private static final String BEARER = "\"header\": \"Authorization\", \"headerValue\": \"Bearer ${token}\"";
    private static final List<String> PLANTED = List.of(
            PASSWORD,
            "planted-one",
            "planted-two",
            "planted-three",
            "tok-planted-json",
            "tok-planted-text",
            "tok-planted-session",
            "tok-planted-cookie");

    /** As a vendor may write what it received; the user's name comes with it in Basic. */
    private static final List<String> ENCODED = PLANTED.subList(0, 4).stream()
            .flatMap(secret -> Stream.of(base64(secret), base64("ops:" + secret), hex(secret)))
            .toList();

    /** What is sent to prove who we are. */
    private static final Pattern PROOF =
            Pattern.compile("(?i)\\nAuthorization: (Basic|Bearer|AR-JWT|Digest.* response=) ?\"?([^\\s\",]{8,})");

    /** What the key in the key store has signed. */
    private static final Pattern ASSERTION = Pattern.compile("client_assertion=([^&\\s]{20,})");

    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("basic", "{\"type\": \"basic\", \"checkPath\": \"/basic/circuits\"}");
        KINDS.put(
                "headerkey",
                "{\"type\": \"apiKey\", \"header\": \"X-Key\", \"headerValue\": \"${secret1}\", \"checkPath\": \"/headerkey/circuits\"}");
        KINDS.put(
                "querykey",
                "{\"type\": \"apiKey\", \"parameter\": \"api_key\", \"value\": \"${secret1}\", \"checkPath\": \"/querykey/circuits\"}");
        KINDS.put("digest", "{\"type\": \"digest\", \"checkPath\": \"/digest/circuits\"}");
        KINDS.put("login", login("login", "\"pointer\": \"/access_token\""));
        KINDS.put("text", login("text", "\"text\": true"));
        KINDS.put(
                "cookie",
                "{\"type\": \"login\", \"method\": \"POST\", \"path\": \"/cookie/login\","
                        + " \"form\": {\"user\": \"${username}\", \"word\": \"${password}\"}}");
        KINDS.put("client", oauth("client", "\"scope\": \"all\""));
        KINDS.put("inbody", oauth("inbody", "\"clientAuth\": \"body\""));
        KINDS.put(
                "person",
                oauth(
                        "person",
                        "\"grant\": \"password\", \"clientId\": \"vsatlink\", \"clientSecret\": \"${secret2}\""));
        KINDS.put("renewed", oauth("renewed", "\"grant\": \"refreshToken\", \"refreshToken\": \"${secret3}\""));
        KINDS.put("key", oauth("key", "\"clientAuth\": \"privateKeyJwt\""));
        KINDS.put(
                "chain",
                "{\"type\": \"chain\", \"logins\": ["
                        + oauth("chain", "\"clientId\": \"${secret1}\", \"clientSecret\": \"${secret2}\"")
                                .replace("\"refreshPointer\": \"/refresh_token\", ", "")
                        + ", "
                        + "{\"type\": \"login\", \"method\": \"POST\", \"path\": \"/chain/session\","
                        + " \"headers\": {\"Authorization\": \"Bearer ${token}\"},"
                        + " \"body\": {\"username\": \"${username}\", \"password\": \"${password}\"},"
                        + " \"token\": {\"pointer\": \"/session\", \"header\": \"VZ-M2M-Token\", \"headerValue\": \"${token}\"}}]}");
    }

    @TempDir
    Path folder;

    private volatile boolean repeats;

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String login(String kind, String token) {
        return "{\"type\": \"login\", \"method\": \"POST\", \"path\": \"/" + kind + "/token\","
                + " \"body\": {\"user\": \"${username}\", \"word\": \"${password}\"}, \"token\": {" + token + ", "
                + BEARER.replace("Bearer", kind.equals("text") ? "AR-JWT" : "Bearer") + "}}";
    }

    private static String oauth(String kind, String more) {
        return "{\"type\": \"oauth2\", \"path\": \"/" + kind + "/token\", " + more
                + ", \"token\": {\"pointer\": \"/access_token\", \"refreshPointer\": \"/refresh_token\", " + BEARER
                + "}}";
    }

    @Test
    void noMBeanAndNoFileHasWhatIsSentToProveWhoWeAre() throws Exception {
        try (RawServer vendor = RawServer.start((request, out, socket) -> answer(request, out));
                FelixHost felix = FelixHost.startSharingApi(folder, elements(vendor.port()))) {
            for (String kind : KINDS.keySet()) {
                awaitCircuits(kind, "Succeeded");
            }
            repeats = true;
            for (String kind : KINDS.keySet()) {
                String unused = circuits(kind).call("poll");
                awaitCircuits(kind, "Failed");
                unused = element(kind).call("login");
                Await.until(kind + " repeats", () -> attributes(kind).contains("you sent"));
            }
            String heard = String.join("\n", vendor.requests());
            TreeSet<String> secrets = new TreeSet<>(PLANTED);
            secrets.add("ref-planted");
            secrets.addAll(ENCODED);
            secrets.addAll(List.of(STORE_PASSWORD, base64(STORE_PASSWORD), hex(STORE_PASSWORD)));
            Matcher assertion = ASSERTION.matcher(heard);
            assertTrue(assertion.find(), "no assertion was sent");
            do {
                secrets.add(assertion.group(1));
            } while (assertion.find());
            Matcher proof = PROOF.matcher(heard);
            StringBuilder sent = new StringBuilder(heard);
            while (proof.find()) {
                secrets.add(proof.group(2));
                if (proof.group(1).equals("Basic")) {
                    sent.append(new String(Base64.getDecoder().decode(proof.group(2)), StandardCharsets.UTF_8));
                }
            }
            PlantedSecrets planted = new PlantedSecrets(secrets.toArray(String[]::new));
            for (String kind : KINDS.keySet()) {
                planted.output(attributes(kind));
            }
            PLANTED.forEach(secret -> assertTrue(sent.indexOf(secret) >= 0, secret + " was not sent"));
            planted.assertNotFoundIn(folder);
        }
    }

    private Map<String, Map<String, String>> elements(int port) throws Exception {
        Map<String, Map<String, String>> elements = new HashMap<>();
        Path etc = Files.createDirectories(folder.resolve("etc"));
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            Files.writeString(
                    etc.resolve(kind.getKey() + ".json"),
                    """
                    {"vocabulary": 2, "name": "%s", "version": 1, "others": null, "auth": %s,
                     "errors": {"messagePointers": ["/message"]}, "paging": {"style": "none"},
                     "listings": {"circuits": {"path": "/%s/circuits", "itemsPointer": "", "key": "circuitId",
                       "columns": {"circuitId": "/id"}}}}
                    """
                            .formatted(kind.getKey(), kind.getValue(), kind.getKey()));
            Map<String, String> settings = new HashMap<>(Map.of(
                    "host", "http://127.0.0.1",
                    "port", String.valueOf(port),
                    "apiUsername", "ops",
                    "apiPassword", PASSWORD,
                    "secret1", "planted-one",
                    "secret2", "planted-two",
                    "secret3", "planted-three",
                    "profile", kind.getKey() + ".json"));
            if (kind.getKey().equals("key")) {
                SigningKey unused = SigningKey.make(etc.resolve("planted.p12"), STORE_PASSWORD, "RSA");
                settings.putAll(Map.of("clientKeyStore", "planted.p12", "clientKeyStorePassword", STORE_PASSWORD));
            }
            elements.put("io.vsatlink.satprov~" + kind.getKey(), settings);
        }
        return elements;
    }

    private boolean answer(String request, OutputStream out) throws IOException {
        String path = request.split(" ", 3)[1];
        if (repeats) {
            String all = request.replace("\\", "").replace("\"", "'").replaceAll("\\s+", " ");
            return RawServer.status(
                    out,
                    "400 Bad Request",
                    "{\"message\": \"you sent " + String.join(" ", ENCODED) + " " + all + "\"}");
        }
        if (path.startsWith("/digest/") && !request.contains("uthorization: Digest")) {
            return RawServer.send(
                    out,
                    "401 Unauthorized",
                    "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256\r\n",
                    new byte[0]);
        }
        if (path.contains("/circuits")) {
            return RawServer.json(out, "[{\"id\": \"C1\"}]");
        }
        if (path.startsWith("/text/")) {
            return RawServer.send(out, "200 OK", "", "tok-planted-text".getBytes(StandardCharsets.UTF_8));
        }
        return RawServer.send(
                out,
                "200 OK",
                "Content-Type: application/json\r\nSet-Cookie: S=tok-planted-cookie; Path=/\r\n",
                ("{\"access_token\": \"tok-planted-json\", \"token_type\": \"Bearer\", \"refresh_token\": \"ref-planted-0\","
                                + " \"session\": \"tok-planted-session\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitCircuits(String kind, String status) throws Exception {
        Bean row = circuits(kind);
        Await.until(
                kind + ": " + status, () -> row.exists() && row.text("Status").equals(status));
    }

    /** Everything that the MBeans of an element show. */
    private static String attributes(String kind) throws Exception {
        StringBuilder all = new StringBuilder();
        for (ObjectName name :
                MBEANS.queryNames(new ObjectName("io.vsatlink:type=Satprov,name=" + kind + ",*"), null)) {
            String[] names = Arrays.stream(MBEANS.getMBeanInfo(name).getAttributes())
                    .filter(MBeanAttributeInfo::isReadable)
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            all.append(name).append(MBEANS.getAttributes(name, names));
        }
        return all.toString();
    }

    private static Bean element(String kind) throws Exception {
        return Bean.of(MBEANS, "type=Satprov,name=" + kind);
    }

    private static Bean circuits(String kind) throws Exception {
        return Bean.of(MBEANS, "type=Satprov,name=" + kind + ",dataset=Circuits");
    }
}
