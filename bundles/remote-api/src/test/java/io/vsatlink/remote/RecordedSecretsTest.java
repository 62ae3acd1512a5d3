/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.recording.HarFile;
import io.vsatlink.remote.recording.Recorder;
import io.vsatlink.remote.recording.SharedMemory;
import io.vsatlink.remote.vendor.DigestServer;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.KeyFiles;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever shows who we are is in no recording, for each kind of auth: what goes out, what the answers to logins hold, also where
 * no profile points to, and what a server repeats of it in good answers and in errors.
 */
class RecordedSecretsTest extends AuthFixture {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final Pattern PROOF = Pattern.compile(
            "(?:Bearer |AR-JWT |Basic |response=\"|client_assertion=|refresh_token=|client_secret=|password=)([^\",&\\s]{8,})");

    /** What logins return beside the token, and no profile points to. */
    private static final String BESIDE =
            "\"id_token\":\"tok-planted-beside\",\"pin\":4711471147,\"more\":[{\"deep\":\"tok-planted-deep\"}],";

    @TempDir
    static Path folder;

    private static Path store;

    @BeforeAll
    static void makeKeys() throws Exception {
        store = new KeyFiles(folder).store("keys.p12", "RSA");
    }

    /** With what it heard in a good answer, in the ways in which servers write it. */
    private static Reply telling(Heard heard, Reply reply) {
        String heardAll = heard.target() + " " + heard.headers() + " " + heard.body();
        String html = heardAll.replace("&", "&amp;").replace("\"", "&quot;");
        ObjectNode told = JSON.createObjectNode();
        told.put("heard", heardAll);
        told.put("html", html);
        told.put("url", URLEncoder.encode(heardAll, StandardCharsets.UTF_8));
        String all = told.toString();
        String first = heardAll.replaceAll("[\\r\\n]", " ");
        return new Reply(
                reply.status(),
                reply.headers() + "X-Heard: " + first + "\r\n",
                "{" + all.substring(1, all.length() - 1) + "," + reply.body().substring(1));
    }

    private static Function<Heard, Reply> telling(Function<Heard, Reply> server) {
        return heard -> {
            Reply reply = server.apply(heard);
            boolean login = !heard.path().equals("/circuits");
            return !reply.body().startsWith("{")
                    ? reply
                    : login && reply.status().startsWith("200")
                            ? new Reply(
                                    reply.status(),
                                    reply.headers(),
                                    "{" + BESIDE + reply.body().substring(1))
                            : telling(heard, reply);
        };
    }

    static VendorProfile with(String auth) {
        return profile("cookie", text -> {
            try {
                ObjectNode all = (ObjectNode) JSON.readTree(text);
                all.set("auth", JSON.readTree(auth));
                return all.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void assertHidden(VendorProfile profile, Function<Heard, Reply> server) throws Exception {
        assertHidden(profile, opened(new Vendor(telling(server))));
    }

    private void assertHidden(VendorProfile profile, Vendor vendor) throws Exception {
        Endpoint endpoint = new Endpoint(vendor.base(), "ByPassProxy", null)
                .with(new ClientKeyStore(store, KeyFiles.PASSWORD), false);
        VendorClient client = client(profile, endpoint);
        Recorder recorder = new Recorder(new SharedMemory(), Clock.systemUTC(), System::nanoTime);
        client.observe(recorder);
        recorder.start(Duration.ofMinutes(1));

        int pages = 0;
        for (int page = 0; page < 2; page++) {
            PageHead read = page(client, PageRef.FIRST, new HashSet<>());
            pages += Math.min(1, read.rows());
        }

        List<RecordedCall> calls = recorder.calls();
        assertThat(pages).isEqualTo(2);
        assertThat(calls).hasSize(vendor.heard().size());
        String texts = calls + har(calls);
        assertThat(texts).contains("circuitId", "***");
        Set<String> secrets = new HashSet<>(PLANTED);
        secrets.addAll(List.of(KeyFiles.PASSWORD, "4711471147", "literal-planted", "brief-7"));
        for (Heard heard : vendor.heard()) {
            Matcher proof = PROOF.matcher(heard.headers() + " " + heard.body());
            while (proof.find()) {
                secrets.add(proof.group(1));
            }
        }
        for (String secret : secrets) {
            assertThat(texts).doesNotContain(secret);
            assertThat(texts).doesNotContain(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
    }

    private static String har(List<RecordedCall> calls) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HarFile.write("Satprov uat", calls, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static VendorProfile of(String name) {
        return profile(name, text -> text);
    }

    @Test
    void ofBasic() throws Exception {
        assertHidden(with("{\"type\": \"basic\"}"), Vendor::page);
    }

    @Test
    void ofAKeyInAHeader() throws Exception {
        assertHidden(
                with("{\"type\": \"apiKey\", \"header\": \"X-Mine\", \"headerValue\": \"${secret1}\"}"), Vendor::page);
    }

    @Test
    void ofAKeyThatTheProfileHasItself() throws Exception {
        assertHidden(
                with("{\"type\": \"apiKey\", \"header\": \"X-Mine\", \"headerValue\": \"literal-planted\"}"),
                opened(new Vendor(Vendor::page)));
    }

    /** So short that it is not looked for in texts; the name of its header is all that tells of it. */
    @Test
    void ofAShortKeyThatTheProfileHasItself() throws Exception {
        assertHidden(
                with("{\"type\": \"apiKey\", \"header\": \"X-Mine\", \"headerValue\": \"brief-7\"}"),
                opened(new Vendor(Vendor::page)));
    }

    @Test
    void ofAKeyInTheQuery() throws Exception {
        assertHidden(of("query-key"), Vendor::page);
    }

    @Test
    void ofAKeyInTheQueryThatTheProfileHasItself() throws Exception {
        assertHidden(
                with("{\"type\": \"apiKey\", \"parameter\": \"mine\", \"value\": \"literal-planted\"}"), Vendor::page);
    }

    @Test
    void ofALoginInJson() throws Exception {
        assertHidden(
                of("login-refresh"),
                heard -> heard.path().equals("/circuits")
                        ? Vendor.page(heard)
                        : Reply.json("{\"access\":\"tok-planted-1\",\"refresh\":\"ref-planted-1\"}"));
    }

    @Test
    void ofATokenAsText() throws Exception {
        assertHidden(
                of("text-token"),
                heard -> heard.path().equals("/circuits")
                        ? Vendor.page(heard)
                        : new Reply("200 OK", "X-Other: tok-planted-1\r\n", "tok-planted-text"));
    }

    @Test
    void ofACookie() throws Exception {
        assertHidden(
                of("cookie"),
                heard -> heard.path().equals("/circuits")
                        ? Vendor.page(heard)
                        : new Reply("200 OK", "Set-Cookie: S=tok-planted-cookie; Path=/\r\n", "{\"a\":1}"));
    }

    @Test
    void ofAChain() throws Exception {
        assertHidden(of("chain"), heard -> switch (heard.path()) {
            case "/circuits" -> Vendor.page(heard);
            case "/api/ts/v1/oauth2/token" -> Reply.json("{\"access_token\":\"tok-planted-1\"}");
            default -> Reply.json("{\"sessionToken\":\"tok-planted-2\"}");
        });
    }

    @Test
    void ofADigest() throws Exception {
        assertHidden(of("digest"), new DigestServer("ops", "s3cret-Pa55", "SHA-256", 99));
    }

    @Test
    void ofClientCredentials() throws Exception {
        assertHidden(
                profile(
                        "token-url",
                        text -> text.replace(
                                "\"tokenUrl\": \"https://login.vendor.example/oauth/token\"",
                                "\"path\": \"/oauth/token\"")),
                new OAuthServer(OAuthServer.basic("ops", "s3cret-Pa55")));
    }

    @Test
    void ofATokenServerElsewhere() throws Exception {
        Vendor vendor = opened(new Vendor(telling(new OAuthServer(OAuthServer.basic("ops", "s3cret-Pa55")))));
        assertHidden(
                profile("token-url", text -> text.replace("https://login.vendor.example/", vendor.base() + "/")),
                vendor);
    }

    @Test
    void ofAPersonsAccountWithRefreshTokens() throws Exception {
        assertHidden(of("oauth-password"), new OAuthServer(OAuthServer.basic("vsatlink", "planted%26secret%3D1")));
    }

    @Test
    void ofARefreshTokenInstead() throws Exception {
        OAuthServer oauth = new OAuthServer(OAuthServer.body("ops", "planted&secret=1"));
        oauth.know("s3cret-Pa55");
        assertHidden(of("oauth-refresh-token"), oauth);
    }

    @Test
    void ofASignedAssertionForAClient() throws Exception {
        assertHidden(
                of("private-key-jwt"), new OAuthServer(heard -> heard.form().containsKey("client_assertion")));
    }

    @Test
    void ofASignedAssertionForAGrant() throws Exception {
        assertHidden(of("jwt-bearer"), new OAuthServer(heard -> heard.form().containsKey("assertion")));
    }

    @Test
    void ofARefusedLogin() throws Exception {
        Vendor vendor = opened(new Vendor(heard -> Reply.error(
                "400 Bad Request",
                "{\"error\":\"wrong_grant\",\"message\":\"wrong: " + heard.body() + " " + heard.header("Authorization")
                        + "\"}")));
        VendorClient client = client(of("oauth-password"), new Endpoint(vendor.base(), "ByPassProxy", null));
        Recorder recorder = new Recorder(new SharedMemory(), Clock.systemUTC(), System::nanoTime);
        client.observe(recorder);
        recorder.start(Duration.ofMinutes(1));
        failure(VendorException.class, () -> page(client, PageRef.FIRST, new HashSet<>()));

        String texts = har(recorder.calls());
        // why it was refused is what somebody looks for
        assertThat(texts).contains("wrong_grant", "\"_error\"");
        PLANTED.forEach(secret -> assertThat(texts).doesNotContain(secret));
        String basic =
                Base64.getEncoder().encodeToString("vsatlink:planted%26secret%3D1".getBytes(StandardCharsets.UTF_8));
        assertThat(vendor.heard().get(0).header("Authorization")).contains(basic);
        assertThat(texts).doesNotContain(basic);
    }
}
