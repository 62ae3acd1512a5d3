/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.http.cookie.Cookie;
import org.apache.http.cookie.CookieIdentityComparator;
import org.apache.http.cookie.CookieOrigin;
import org.apache.http.cookie.CookiePriorityComparator;
import org.apache.http.cookie.CookieSpec;
import org.apache.http.cookie.MalformedCookieException;
import org.apache.http.impl.client.BasicCookieStore;
import org.apache.http.impl.cookie.BasicClientCookie;
import org.apache.http.impl.cookie.RFC6265LaxSpec;
import org.apache.http.message.BasicHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cookies of one session, in memory only: a load balancer uses them to find the node that knows our token.
 * Thread-safe.
 *
 * <p>Each login has its own instance: a late response must not direct the calls of a new session to the node of the old
 * one.
 */
public final class Cookies {
    private static final Logger LOG = LoggerFactory.getLogger(Cookies.class);

    /** The number that RFC 6265, 6.1, requires. */
    private static final int MOST = 50;

    private static final int MOST_CHARACTERS = 4096;
    private static final CookieIdentityComparator IDENTITY = new CookieIdentityComparator();

    private final CookieSpec spec = new RFC6265LaxSpec();
    private final BasicCookieStore kept = new BasicCookieStore();

    /** @param headers the values of Set-Cookie in a response; invalid cookies and those for other hosts are ignored */
    public void take(URI from, List<String> headers) {
        for (String header : headers) {
            try {
                take(origin(from), header);
            } catch (MalformedCookieException e) {
                // its text may be a secret
                LOG.debug("A cookie from {} is rejected", from.getHost());
            }
        }
    }

    private void take(CookieOrigin origin, String header) throws MalformedCookieException {
        String pair = header.substring(0, header.indexOf(';') < 0 ? header.length() : header.indexOf(';'));
        int sign = pair.indexOf('=');
        if (sign < 0) {
            return;
        }
        for (Cookie cookie : spec.parse(new BasicHeader("Set-Cookie", header), origin)) {
            spec.validate(cookie, origin);
            if (cookie instanceof BasicClientCookie plain && pair.length() <= MOST_CHARACTERS) {
                // quotation marks belong to the value, and the library drops them
                plain.setValue(pair.substring(sign + 1).strip());
                keep(plain);
            }
        }
    }

    private void keep(Cookie cookie) {
        List<Cookie> before = kept.getCookies();
        if (before.size() < MOST || before.stream().anyMatch(each -> IDENTITY.compare(each, cookie) == 0)) {
            kept.addCookie(cookie);
        }
    }

    /** The value of the header Cookie for a request; empty if there is none. */
    public String header(URI to) {
        CookieOrigin origin = origin(to);
        Date now = Date.from(Instant.now());
        return kept.getCookies().stream()
                .filter(cookie -> !cookie.isExpired(now) && spec.match(cookie, origin))
                // the ones for the longest path first
                .sorted(CookiePriorityComparator.INSTANCE)
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The values, which must not be shown. */
    public List<String> values() {
        return kept.getCookies().stream().map(Cookie::getValue).toList();
    }

    private static CookieOrigin origin(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new CookieOrigin(uri.getHost(), port, path, secure);
    }
}
