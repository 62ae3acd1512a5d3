/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.http.auth.AuthenticationException;
import org.apache.http.auth.MalformedChallengeException;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.auth.DigestScheme;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicHttpRequest;

/**
 * HTTP Digest (RFC 7616) with SHA-256 or MD5 and the quality of protection {@code auth}: HttpClient's scheme, which counts
 * the uses of a nonce, with the choice among several challenges, and with nonces that end. Thread-safe.
 */
public final class DigestAnswers {
    /** A quoted text, in which a comma ends nothing, or anything else up to a comma. */
    private static final Pattern PART = Pattern.compile("(?:[^\",]|\"(?:[^\"\\\\]|\\\\.)*\")+");

    private static final Pattern SCHEME = Pattern.compile("\\s*(\\w+)\\s+\\w+\\s*=.*", Pattern.DOTALL);
    private static final Pattern NEXT_NONCE = Pattern.compile("(?i)\\bnextnonce\\s*=\\s*\"([^\"]+)\"");
    private static final List<String> ALGORITHMS = List.of("sha-256", "md5");

    private final UsernamePasswordCredentials credentials;
    private DigestScheme scheme;

    public DigestAnswers(String user, String password) {
        credentials = new UsernamePasswordCredentials(user, password);
    }

    /**
     * What goes into the header Authorization; empty as long as nothing was asked.
     *
     * @param target path and query
     * @throws ExchangeException if the challenge can't be answered
     */
    public synchronized Optional<String> answer(String method, String target) throws ExchangeException {
        if (scheme == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(scheme.authenticate(credentials, new BasicHttpRequest(method, target), null)
                    .getValue());
        } catch (AuthenticationException e) {
            throw new ExchangeException(
                    ExchangeException.Kind.LASTING,
                    "the vendor's Digest challenge can't be answered: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Takes what an answer says of nonces.
     *
     * @return whether the same call is to be sent again: the vendor has asked for the first time, or a nonce has ended, which
     *     is no refusal of who we are
     */
    public synchronized boolean asked(Answer answer) throws ExchangeException {
        if (answer.status() != 401) {
            nextNonce(answer.header("Authentication-Info"));
            return false;
        }
        List<String> challenges = challenges(answer.headers("WWW-Authenticate"));
        for (String algorithm : ALGORITHMS) {
            for (String challenge : challenges) {
                if (algorithm(challenge).equals(algorithm)) {
                    return take(challenge);
                }
            }
        }
        if (scheme == null) {
            String offered = challenges.isEmpty() ? "no Digest challenge" : "only Digest challenges that are unknown";
            throw new ExchangeException(
                    ExchangeException.Kind.LASTING,
                    "the response to the login has " + offered + "; known are SHA-256 and MD5 with qop auth",
                    null);
        }
        return false;
    }

    private boolean take(String challenge) throws ExchangeException {
        boolean first = scheme == null;
        boolean stale = "true".equalsIgnoreCase(parameter(challenge, "stale"));
        if (!first && !stale) {
            return false;
        }
        DigestScheme next = new DigestScheme(StandardCharsets.UTF_8);
        try {
            next.processChallenge(new BasicHeader("WWW-Authenticate", challenge));
        } catch (MalformedChallengeException e) {
            throw new ExchangeException(
                    ExchangeException.Kind.BROKEN, "the Digest challenge can't be parsed: " + e.getMessage(), e);
        }
        scheme = next;
        return true;
    }

    private void nextNonce(String information) {
        Matcher next = NEXT_NONCE.matcher(information == null ? "" : information);
        if (scheme != null && next.find()) {
            scheme.overrideParamter("nonce", next.group(1));
        }
    }

    private static String algorithm(String challenge) {
        String algorithm = parameter(challenge, "algorithm");
        String qop = parameter(challenge, "qop");
        boolean auth = qop.isEmpty() || List.of(qop.split("\\s*,\\s*")).contains("auth");
        return !auth ? "" : algorithm.isEmpty() ? "md5" : algorithm.toLowerCase(Locale.ROOT);
    }

    private static String parameter(String challenge, String name) {
        Matcher found = Pattern.compile("(?i)[\\s,]" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))")
                .matcher(challenge);
        return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** Several may be in one header. */
    private static List<String> challenges(List<String> headers) {
        List<List<String>> all = new ArrayList<>();
        for (String header : headers) {
            Matcher part = PART.matcher(header);
            while (part.find()) {
                if (SCHEME.matcher(part.group()).matches() || all.isEmpty()) {
                    all.add(new ArrayList<>());
                }
                all.get(all.size() - 1).add(part.group().strip());
            }
        }
        return all.stream()
                .map(parts -> parts.stream().collect(Collectors.joining(", ")))
                .filter(text -> text.regionMatches(true, 0, "Digest ", 0, 7))
                .toList();
    }
}
