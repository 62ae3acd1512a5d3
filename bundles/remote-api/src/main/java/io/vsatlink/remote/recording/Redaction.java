/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.api.recording.RecordedCall.Header;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be masked in one call, before anything of it is kept.
 *
 * @param secrets of the element, and what logins gave; used at the end of the call, when those of its answer are known
 * @param keys the names of the parameters of a query that show who we are
 * @param proof the names of the headers that do
 * @param login whether the call is a login, whose bodies are masked whole
 */
public record Redaction(Secrets secrets, Set<String> keys, Set<String> proof, boolean login) {

    String url(Call call) {
        String uri = call.uri().toString();
        String added = Stream.of(call.keys().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.replaceFirst("=.*", "=") + NamedSecrets.MASK)
                .collect(Collectors.joining("&"));
        return text(uri) + (added.isEmpty() ? "" : (uri.contains("?") ? "&" : "?") + added);
    }

    List<Header> request(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(each -> header(each.getKey(), each.getValue(), false))
                .toList();
    }

    List<Header> response(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> header(each.getKey(), value, login)))
                .toList();
    }

    private Header header(String name, String value, boolean ofLogin) {
        String masked = HeaderMask.of(name, value, proof, ofLogin);
        return new Header(name, masked == null ? text(value) : secrets.masked(masked));
    }

    /** Any text. */
    String text(String text) {
        return new NamedSecrets(keys).masked(secrets.masked(text));
    }

    /**
     * @param part whether this is the beginning of a body only
     * @param refused whether the body says why a login was refused, and so has no token
     */
    String body(String text, boolean part, boolean refused) {
        if (login && !refused) {
            return part ? NamedSecrets.MASK : text(LoginBody.masked(text));
        }
        return part ? new NamedSecrets(keys).masked(secrets.maskedBeginning(text)) : text(text);
    }
}
