/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a header may be seen. Its shape stays where a reader of the recording, or a client at a replay, needs it. */
final class HeaderMask {
    private static final Pattern SENSITIVE =
            Pattern.compile("auth|token|secret|key|passw|pwd|cookie|session|credential|signature|assertion|jwt|nonce");
    private static final Pattern OF_PAGES = Pattern.compile("page|next|cursor|continu|idempotency");
    private static final Pattern CHALLENGE = Pattern.compile("www-authenticate|proxy-authenticate|authentication-info");
    private static final Pattern OF_CHALLENGE = Pattern.compile(
            "\\b(nonce|nextnonce|opaque|cnonce|response|rspauth)(\\s*=\\s*)(?:\"[^\"]*\"?|[^,\\s]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile(
            "(Basic|Bearer|Digest|Negotiate|AR-JWT|Token) .*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Of the answer to a login, in which any other may be the token. */
    private static final Set<String> OF_A_LOGIN = Set.of(
            "accept",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "retry-after",
            "server",
            "transfer-encoding",
            "vary");

    private HeaderMask() {}

    /**
     * @param proof the names of the headers that show who we are, in any case
     * @param login whether it belongs to the answer to a login
     * @return null if the value may be seen, apart from what is found in any text
     */
    static String of(String name, String value, Set<String> proof, boolean login) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("cookie")) {
            return Stream.of(value.split(";", -1)).map(HeaderMask::pair).collect(Collectors.joining(";"));
        }
        if (lower.equals("set-cookie")) {
            int end = value.indexOf(';');
            return end < 0 ? pair(value) : pair(value.substring(0, end)) + value.substring(end);
        }
        if (CHALLENGE.matcher(lower).matches()) {
            return OF_CHALLENGE.matcher(value).replaceAll("$1$2\"" + NamedSecrets.MASK + "\"");
        }
        if (proof.stream().anyMatch(name::equalsIgnoreCase)
                || (SENSITIVE.matcher(lower).find() && !OF_PAGES.matcher(lower).find())) {
            return SCHEME.matcher(value).matches()
                    ? value.substring(0, value.indexOf(' ') + 1) + NamedSecrets.MASK
                    : NamedSecrets.MASK;
        }
        return login && !OF_A_LOGIN.contains(lower) ? NamedSecrets.MASK : null;
    }

    private static String pair(String cookie) {
        int sign = cookie.indexOf('=');
        return sign < 0 ? NamedSecrets.MASK : cookie.substring(0, sign + 1) + NamedSecrets.MASK;
    }
}
