/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.recording.HarFile;
import io.vsatlink.remote.recording.Recorder;
import io.vsatlink.remote.recording.SharedMemory;
import io.vsatlink.remote.vendor.DigestServer;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.KeyFiles;
import io.vsatlink.remote.vendor.MutualTls;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A vendor accepts the login and repeats in its refusal of the page every secret and every proof, encoded: neither the
 * exception, nor the check of the profile, nor the recording, nor its HAR file shows one, for each kind of auth.
 */
class RepeatedSecretsTest extends AuthFixture {
    private static final Pattern PROOF =
            Pattern.compile("(?:Bearer |AR-JWT |Basic |response=\"|assertion=)([^\",&\\s]{8,})");
    private static final List<String> SECRETS_SET =
            List.of("s3cret-Pa55", "planted&secret=1", "planted-secret-2", "planted-secret-3", KeyFiles.PASSWORD);

    private static final Map<String, UnaryOperator<String>> ENCODINGS = Map.of(
            "plain", text -> text,
            "url", text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
            "base64", text -> base64(text),
            "user and base64", text -> base64("ops:" + text),
            "hex", text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)),
            "JSON", text -> text.replace("&", "\\u0026").replace("=", "\\u003d"));

    @TempDir
    static Path folder;

    private static Path store;
    private static Path serverStore;
    private static Path serverCertificate;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyFiles files = new KeyFiles(folder);
        store = files.store("keys.p12", "RSA");
        serverStore = files.store("server.p12", "secp256r1");
        serverCertificate = files.pem(serverStore);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Function<Heard, Reply> login(Reply good) {
        return heard -> heard.path().equals("/circuits") ? Vendor.page(heard) : good;
    }

    private static OAuthServer oauth(String id, String secret) {
        return new OAuthServer(OAuthServer.basic(id, secret));
    }

    private static Function<Heard, Reply> server(String kind) {
        OAuthServer refreshed = new OAuthServer(OAuthServer.body("ops", "planted&secret=1"));
        refreshed.know("s3cret-Pa55");
        return switch (kind) {
            case "form-login" -> login(Reply.json("{\"access\":\"tok-planted-1\"}"));
            case "oauth-body" -> new OAuthServer(OAuthServer.body("ops", "planted&secret=1"));
            case "login-refresh" -> login(Reply.json("{\"access\":\"tok-planted-1\",\"refresh\":\"ref-planted-1\"}"));
            case "text-token" -> login(new Reply("200 OK", "", "tok-planted-text"));
            case "cookie" -> login(new Reply("200 OK", "Set-Cookie: S=tok-planted-cookie; Path=/\r\n", "{}"));
            case "chain" ->
                login(Reply.json("{\"access_token\":\"tok-planted-1\",\"sessionToken\":\"tok-planted-2\"}"));
            case "digest" -> new DigestServer("ops", "s3cret-Pa55", "SHA-256", 99);
            case "token-url" -> oauth("ops", "s3cret-Pa55");
            case "oauth-password" -> oauth("vsatlink", "planted%26secret%3D1");
            case "oauth-refresh-token" -> refreshed;
            case "private-key-jwt" -> new OAuthServer(heard -> heard.form().containsKey("client_assertion"));
            case "jwt-bearer" -> new OAuthServer(heard -> heard.form().containsKey("assertion"));
            default -> Vendor::page;
        };
    }

    private static VendorProfile spoken(String kind, Vendor vendor) {
        return switch (kind) {
            case "basic", "mutual-tls" -> RecordedSecretsTest.with("{\"type\": \"basic\"}");
            case "header-key" ->
                RecordedSecretsTest.with(
                        "{\"type\": \"apiKey\", \"header\": \"X-Mine\", \"headerValue\": \"${secret1}\"}");
            case "form-login" ->
                RecordedSecretsTest.with("{\"type\": \"login\", \"method\": \"POST\", \"path\": \"/session\", \"form\":"
                        + " {\"user\": \"${username}\", \"word\": \"${password}\", \"key\": \"${secret1}\"}, \"token\": {\"pointer\":"
                        + " \"/access\", \"header\": \"Authorization\", \"headerValue\": \"Bearer ${token}\"}}");
            case "oauth-body" ->
                RecordedSecretsTest.with("{\"type\": \"oauth2\", \"path\": \"/oauth/token\", \"clientAuth\": \"body\","
                        + " \"clientSecret\": \"${secret1}\", \"token\": {\"pointer\": \"/access_token\","
                        + " \"header\": \"Authorization\", \"headerValue\": \"Bearer ${token}\"}}");
            default -> profile(kind, text -> text.replace("https://login.vendor.example/", vendor.base() + "/"));
        };
    }

    static Stream<String> kinds() {
        return Stream.of(
                        "basic header-key query-key cookie login-refresh text-token chain digest token-url".split(" "),
                        "oauth-password oauth-refresh-token private-key-jwt jwt-bearer".split(" "),
                        "form-login oauth-body mutual-tls".split(" "))
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isShownInNoForm(String kind) throws Exception {
        for (String encoding : ENCODINGS.keySet()) {
            assertHidden(kind, encoding);
        }
    }

    private void assertHidden(String kind, String encoding) throws Exception {
        Function<Heard, Reply> server = server(kind);
        List<String> told = new CopyOnWriteArrayList<>();
        Function<Heard, Reply> repeating = heard -> {
            Reply reply = server.apply(heard);
            return heard.path().equals("/circuits") && reply.status().startsWith("200")
                    ? repeated(heard, encoding, told)
                    : reply;
        };
        boolean mutual = kind.equals("mutual-tls");
        Vendor vendor = opened(
                mutual ? new Vendor(MutualTls.socket(serverStore, store), "https", repeating) : new Vendor(repeating));
        Endpoint endpoint = new Endpoint(vendor.base(), "ByPassProxy", mutual ? serverCertificate : null)
                .with(new ClientKeyStore(store, KeyFiles.PASSWORD), false);
        VendorProfile profile = spoken(kind, vendor);
        VendorClient client = client(profile, endpoint);
        Recorder recorder = new Recorder(new SharedMemory(), Clock.systemUTC(), System::nanoTime);
        client.observe(recorder);
        recorder.start(Duration.ofMinutes(1));

        String message = failure(VendorException.class, () -> page(client, PageRef.FIRST, new HashSet<>()))
                .getMessage();
        String check = String.join(
                "\n", new ProfileCheck(profile, client).listing("circuits", 2).lines());
        ByteArrayOutputStream har = new ByteArrayOutputStream();
        HarFile.write("Satprov uat", recorder.calls(), har);

        assertThat(told).as("%s, %s", kind, encoding).hasSizeGreaterThanOrEqualTo(SECRETS_SET.size());
        for (String text : List.of(message, check, recorder.calls().toString(), har.toString(StandardCharsets.UTF_8))) {
            assertThat(text).as("%s, %s", kind, encoding).contains("you sent *** | *** | *** | ***");
            for (String secret : told) {
                assertThat(text).as("%s, %s", kind, encoding).doesNotContain(secret);
            }
        }
        assertThat(message).as("%s, %s", kind, encoding).contains("***;");
    }

    private static Reply repeated(Heard heard, String encoding, List<String> told) {
        List<String> all = new ArrayList<>(SECRETS_SET);
        Matcher proof = PROOF.matcher(heard.headers().toString());
        while (!encoding.startsWith("user") && proof.find()) {
            all.add(proof.group(1));
        }
        List<String> forms = all.stream().map(ENCODINGS.get(encoding)).toList();
        told.addAll(forms);
        return Reply.error(
                "400 Bad Request",
                new ObjectMapper()
                        .createObjectNode()
                        .put("error", "bad")
                        .put("message", "you sent " + String.join(" | ", forms) + ";")
                        .toString());
    }
}
