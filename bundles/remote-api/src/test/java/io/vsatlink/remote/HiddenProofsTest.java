/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.vendor.DigestServer;
import io.vsatlink.remote.vendor.Heard;
import io.vsatlink.remote.vendor.KeyFiles;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials appear in no log at the finest level and in no message: when sent, refused, and repeated in errors. */
class HiddenProofsTest extends AuthFixture {
    private static final Pattern PROOF = Pattern.compile(
            "(?:Bearer |AR-JWT |Basic |response=\"|client_assertion=|refresh_token=|client_secret=|password=)([^\",&\\s]{8,})");

    @TempDir
    Path folder;

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(ear);
        root.setLevel(before);
    }

    /** An error that repeats everything the server received. */
    private static Reply repeated(Heard heard) {
        String all = heard.target() + " " + heard.headers() + " " + heard.body();
        return Reply.error(
                "400 Bad Request",
                "{\"error\":\"bad\",\"message\":\"" + all.replace("\\", "").replace("\"", "'") + "\"}");
    }

    private void assertHidden(String profile, Function<Heard, Reply> server) throws Exception {
        Path store = new KeyFiles(folder).store(profile + ".p12", "RSA");
        int[] calls = {Integer.MAX_VALUE};
        Vendor vendor = opened(new Vendor(heard -> calls[0]-- > 0 ? server.apply(heard) : repeated(heard)));
        VendorProfile spoken =
                profile(profile, text -> text.replace("https://login.vendor.example/", vendor.base() + "/"));
        Endpoint endpoint = new Endpoint(vendor.base(), "ByPassProxy", null)
                .with(new ClientKeyStore(store, KeyFiles.PASSWORD), false);
        VendorClient client = client(spoken, endpoint);
        PageHead good = page(client, PageRef.FIRST, new HashSet<>());
        List<String> texts = new ArrayList<>(List.of(
                good.toString(),
                spoken.toString(),
                endpoint.toString(),
                credentials("a", "s3cret-Pa55").toString()));

        // from the n-th call on, including those of a login, the server repeats what it received
        for (int from = 0; from < 3; from++) {
            VendorClient refused = client(spoken, endpoint);
            calls[0] = from;
            texts.add(all(failure(VendorException.class, () -> {
                PageHead unused = page(refused, PageRef.FIRST, new HashSet<>());
                calls[0] = 0;
                return page(refused, PageRef.FIRST, new HashSet<>());
            })));
        }

        Set<String> secrets = new HashSet<>(PLANTED);
        for (Heard heard : vendor.heard()) {
            Matcher proof = PROOF.matcher(heard.headers() + " " + heard.body());
            while (proof.find()) {
                secrets.add(proof.group(1));
            }
        }
        assertThat(secrets).as("what %s sent", profile).hasSizeGreaterThan(PLANTED.size() - 1);
        assertThat(told).anyMatch(line -> line.contains("Executing request"));
        for (String secret : secrets) {
            assertThat(told).as("log with %s", profile).noneMatch(line -> line.contains(secret));
            assertThat(texts).as("texts with %s", profile).noneMatch(text -> text.contains(secret));
        }
    }

    private static String all(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void ofAPersonsAccountWithRefreshTokens() throws Exception {
        OAuthServer oauth = new OAuthServer(OAuthServer.basic("vsatlink", "planted%26secret%3D1"));
        assertHidden("oauth-password", oauth);
    }

    @Test
    void ofARefreshTokenInstead() throws Exception {
        OAuthServer oauth = new OAuthServer(OAuthServer.body("ops", "planted&secret=1"));
        oauth.know("s3cret-Pa55");
        assertHidden("oauth-refresh-token", oauth);
    }

    @Test
    void ofASignedAssertion() throws Exception {
        assertHidden("private-key-jwt", new OAuthServer(heard -> heard.form().containsKey("client_assertion")));
    }

    @Test
    void ofATokenServerElsewhere() throws Exception {
        assertHidden("token-url", new OAuthServer(OAuthServer.basic("ops", "s3cret-Pa55")));
    }

    @Test
    void ofATokenAsText() throws Exception {
        assertHidden(
                "text-token",
                heard -> heard.path().equals("/circuits")
                        ? Vendor.page(heard)
                        : new Reply("200 OK", "", "tok-planted-text"));
    }

    @Test
    void ofAChain() throws Exception {
        assertHidden("chain", heard -> switch (heard.path()) {
            case "/circuits" -> Vendor.page(heard);
            case "/api/ts/v1/oauth2/token" -> Reply.json("{\"access_token\":\"tok-planted-1\"}");
            default -> Reply.json("{\"sessionToken\":\"tok-planted-2\"}");
        });
    }

    @Test
    void ofACookie() throws Exception {
        assertHidden(
                "cookie",
                heard -> heard.path().equals("/circuits")
                        ? Vendor.page(heard)
                        : new Reply("200 OK", "Set-Cookie: S=tok-planted-cookie; Path=/\r\n", "{}"));
    }

    @Test
    void ofAKeyInTheQuery() throws Exception {
        assertHidden("query-key", Vendor::page);
    }

    @Test
    void ofADigest() throws Exception {
        assertHidden("digest", new DigestServer("ops", "s3cret-Pa55", "SHA-256", 99));
    }
}
