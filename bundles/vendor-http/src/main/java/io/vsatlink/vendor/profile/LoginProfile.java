package io.vsatlink.vendor.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a token is had and shown.
 *
 * @param body member of the JSON request to <code>${username}</code>, <code>${password}</code> or a literal
 * @param expiresInPointer to the token's life in seconds; null where the vendor does not tell
 * @param header that carries the token, e.g. {@code Authorization}
 * @param headerValue with <code>${token}</code>
 */
public record LoginProfile(
        String method,
        String path,
        Map<String, String> body,
        String tokenPointer,
        String expiresInPointer,
        String header,
        String headerValue) {

    public LoginProfile {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(tokenPointer, "tokenPointer");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(headerValue, "headerValue");
        body = Ordered.copy(body);
    }

    /** The members of the login request. */
    public Map<String, String> bodyFor(String username, String password) {
        Map<String, String> values = Map.of(Placeholders.USERNAME, username, Placeholders.PASSWORD, password);
        Map<String, String> filled = new LinkedHashMap<>();
        body.forEach((member, value) -> filled.put(member, Placeholders.fill(value, values)));
        return filled;
    }

    public String headerValueFor(String token) {
        return Placeholders.fill(headerValue, Map.of(Placeholders.TOKEN, token));
    }
}
