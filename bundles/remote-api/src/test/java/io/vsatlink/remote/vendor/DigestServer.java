/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server with HTTP Digest (RFC 7616), whose nonces expire after some uses. */
public final class DigestServer implements Function<Heard, Reply> {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    private final AtomicInteger nonces = new AtomicInteger();
    private final Map<String, Integer> used = new HashMap<>();
    private final String user;
    private final String password;
    private final String algorithm;
    private final int usesOfANonce;

    /** Replaces this server's challenges. */
    public volatile String challenges = "";

    /** Whether each response announces the next nonce. */
    public volatile boolean namesNext;

    public DigestServer(String user, String password, String algorithm, int usesOfANonce) {
        this.user = user;
        this.password = password;
        this.algorithm = algorithm;
        this.usesOfANonce = usesOfANonce;
    }

    @Override
    public synchronized Reply apply(Heard heard) {
        String authorization = heard.header("Authorization");
        if (!authorization.startsWith("Digest ")) {
            return challenge(false);
        }
        Map<String, String> said = parameters(authorization);
        String nonce = said.getOrDefault("nonce", "");
        int before = used.getOrDefault(nonce, usesOfANonce);
        if (!matches(said, heard)) {
            return challenge(false);
        }
        // a count that does not increase is a replay
        if (Integer.parseInt(said.get("nc"), 16) != before + 1 || before >= usesOfANonce) {
            return challenge(true);
        }
        used.put(nonce, before + 1);
        Reply page = heard.path().equals("/whoami") ? Reply.json("{}") : Vendor.page(heard);
        String next = namesNext ? "Authentication-Info: qop=auth, nextnonce=\"" + nonce() + "\"\r\n" : "";
        return new Reply(page.status(), page.headers() + next, page.body());
    }

    private boolean matches(Map<String, String> said, Heard heard) {
        String ha1 = hash(user + ":inventory:" + password);
        String ha2 = hash(heard.method() + ":" + heard.target());
        String response =
                hash(ha1 + ":" + said.get("nonce") + ":" + said.get("nc") + ":" + said.get("cnonce") + ":auth:" + ha2);
        return user.equals(said.get("username"))
                && "inventory".equals(said.get("realm"))
                && "auth".equals(said.get("qop"))
                && "opaque-1".equals(said.get("opaque"))
                && heard.target().equals(said.get("uri"))
                && response.equals(said.get("response"));
    }

    private String nonce() {
        String nonce = "nonce-" + nonces.incrementAndGet();
        used.put(nonce, 0);
        return nonce;
    }

    private Reply challenge(boolean stale) {
        String own = "Digest realm=\"inventory\", qop=\"auth, auth-int\", algorithm=" + algorithm + ", nonce=\""
                + nonce() + "\", opaque=\"opaque-1\"" + (stale ? ", stale=true" : "");
        String headers = challenges.isEmpty() ? "WWW-Authenticate: " + own + "\r\n" : challenges.replace("OWN", own);
        return new Reply("401 Unauthorized", headers, "{\"error\":\"unauthorized\"}");
    }

    private String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        Matcher each = PARAMETER.matcher(header);
        while (each.find()) {
            String quoted = each.group(2);
            parameters.put(each.group(1), quoted == null ? each.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return parameters;
    }
}
