/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A cookie that identifies the browser. Scripts can't read it, and requests from other sites never contain it. Browsers
 * separate cookies neither by port nor by scheme, so the name does: two containers on one machine don't end each
 * other's sessions, and over https an attacker on the network can't set the cookie.
 */
final class SessionCookie {
    /** Browsers accept a cookie with this prefix over https only. */
    private static final String SECURE = "__Secure-";

    private static final Pattern PORT = Pattern.compile(":(\\d+)$");

    private final String name;
    private final String path;
    private final String age;

    private SessionCookie(String name, String path, String age) {
        this.name = name;
        this.path = path;
        this.age = age;
    }

    /** The cookie of the session; it lasts until the browser is closed. */
    static SessionCookie ofTheSession() {
        return new SessionCookie("vsatlink-session", "/", "");
    }

    /** The cookie of the browser; it is sent with a login only. */
    static SessionCookie ofTheBrowser() {
        return new SessionCookie("vsatlink-browser", "/api/session", "; Max-Age=2592000");
    }

    /** Returns the value of the cookie; empty if the browser sent none. */
    String of(HttpServletRequest request) {
        String plain = name(request);
        List<String> names = isForTls(request) ? List.of(SECURE + plain) : List.of(SECURE + plain, plain);
        return names.stream()
                .flatMap(each -> value(request, each).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** @param home the path of the console */
    void set(HttpServletRequest request, HttpServletResponse response, String home, String token) {
        write(request, response, home, token, age);
    }

    void clear(HttpServletRequest request, HttpServletResponse response, String home) {
        write(request, response, home, "", "; Max-Age=0");
    }

    /** Formatted here, because the servlet API of the host does not support SameSite. */
    private void write(
            HttpServletRequest request, HttpServletResponse response, String home, String token, String lasting) {
        boolean secure = isForTls(request);
        response.addHeader(
                "Set-Cookie",
                (secure ? SECURE : "") + name(request) + "=" + token + "; Path=" + home + path
                        + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") + lasting);
    }

    private String name(HttpServletRequest request) {
        Matcher port =
                PORT.matcher(Optional.ofNullable(request.getHeader("Host")).orElse(""));
        return port.find() ? name + "-" + port.group(1) : name;
    }

    /**
     * Returns whether the browser uses TLS, to this host or to a proxy in front of it. The headers of a proxy or of a
     * page's origin can be forged, but that only makes the caller's own cookie stricter.
     */
    private static boolean isForTls(HttpServletRequest request) {
        return request.isSecure()
                || has(request, "Origin", "https://")
                || has(request, "X-Forwarded-Proto", "https")
                || has(request, "Forwarded", "proto=https");
    }

    private static boolean has(HttpServletRequest request, String header, String part) {
        return Optional.ofNullable(request.getHeader(header)).orElse("").contains(part);
    }
}
