/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Seconds;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.http.Cookies;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.AuthProfile.ApiKey;
import io.vsatlink.remote.profile.AuthProfile.Basic;
import io.vsatlink.remote.profile.AuthProfile.ClientCredentials;
import io.vsatlink.remote.profile.AuthProfile.Login;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Meaning;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The login request that the profile describes, and the evaluation of its response. */
public record LoginCall(VendorProfile profile, Credentials credentials, Secrets secrets, VendorLink link) {

    private static final int MAX_ANSWER = 64 * 1024;
    private static final int UNAUTHORIZED = 401;

    /** Logs in with exactly one attempt. */
    Token make() throws VendorException {
        Cookies cookies = new Cookies();
        AuthProfile auth = profile.auth();
        if (auth instanceof Login login) {
            Body body = login.body() == null
                    ? null
                    : Body.json(Placeholders.fill(login.body(), credentials.placeholders())
                            .toString());
            Map<String, String> headers =
                    login.basic() ? basic(credentials.username(), credentials.password()) : Map.of();
            return link.send(login.method(), login.path(), headers, body, cookies, reading(login.token(), cookies));
        }
        if (auth instanceof ClientCredentials client) {
            return link.send(
                    "POST",
                    client.path(),
                    clientHeaders(client),
                    form(client),
                    cookies,
                    reading(client.token(), cookies));
        }
        if (auth instanceof ApiKey key) {
            String value = Placeholders.fill(key.headerValue(), credentials.placeholders());
            return checked(Map.of(key.header(), value), key.check(), cookies);
        }
        return checked(basic(credentials.username(), credentials.password()), ((Basic) auth).check(), cookies);
    }

    /**
     * Credentials without a token are still checked by one request: a wrong password must be found before the first
     * poll.
     */
    private Token checked(Map<String, String> header, String path, Cookies cookies) throws VendorException {
        PageQuery.Asked asked = path == null ? firstListing() : new PageQuery.Asked("GET", path, Map.of(), null);
        return link.send(
                asked.method(), asked.target(), asked.headersWith(header), asked.body(), cookies, (answer, wording) -> {
                    if (answer.status() < 200 || answer.status() > 299) {
                        throw refusal(Refusal.read(answer, profile.errors(), secrets), wording);
                    }
                    Optional<Refusal> error = errorInside(answer, wording);
                    if (error.isPresent()) {
                        throw refusal(error.get(), wording);
                    }
                    return new Token(header, cookies, Optional.empty());
                });
    }

    /** The content of the response is ignored, unless the vendor reports errors with a success status. */
    private Optional<Refusal> errorInside(Answer answer, Wording wording) throws VendorException {
        boolean empty = answer.status() == 204 || answer.status() == 205;
        if (empty || !profile.errors().hidden()) {
            return Optional.empty();
        }
        try {
            return Envelope.of(profile.errors(), List.of())
                    .read(answer.body(), (parser, name) -> parser.skipChildren())
                    .error()
                    .map(said -> Refusal.inside(answer, profile.errors(), secrets, said));
        } catch (MalformedAnswer e) {
            return Optional.of(
                    Refusal.page(answer, profile.errors(), secrets).orElseThrow(() -> wording.of(e, answer)));
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private PageQuery.Asked firstListing() {
        ListingProfile first = profile.listings().values().iterator().next();
        return new PageQuery(first, credentials.placeholders()).asked(PageRef.FIRST, 1);
    }

    private static Map<String, String> basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** RFC 6749, 2.3.1: id and secret are form-encoded before they are sent as HTTP Basic. */
    private Map<String, String> clientHeaders(ClientCredentials client) {
        return client.inBody()
                ? Map.of()
                : basic(PageQuery.encoded(credentials.username()), PageQuery.encoded(credentials.password()));
    }

    private Body form(ClientCredentials client) {
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        if (client.scope() != null) {
            form.append("&scope=").append(PageQuery.encoded(client.scope()));
        }
        if (client.inBody()) {
            form.append("&client_id=").append(PageQuery.encoded(credentials.username()));
            form.append("&client_secret=").append(PageQuery.encoded(credentials.password()));
        }
        return Body.form(form.toString());
    }

    private VendorLink.Reading<Token> reading(AuthProfile.Token described, Cookies cookies) {
        return (answer, wording) -> token(described, answer, cookies, wording);
    }

    private Token token(AuthProfile.Token described, Answer answer, Cookies cookies, Wording wording)
            throws VendorException {
        if (!answer.good() && answer.status() != 201) {
            throw refusal(Refusal.read(answer, profile.errors(), secrets), wording);
        }
        try {
            byte[] bytes = answer.body().readNBytes(MAX_ANSWER + 1);
            if (bytes.length > MAX_ANSWER) {
                String message = "the login response is larger than our limit of " + (MAX_ANSWER >> 10) + " kB";
                throw wording.protocol(message, OptionalInt.of(answer.status()), null);
            }
            Document document = Document.read(bytes);
            Optional<Refusal> error = Refusal.inside(answer, profile.errors(), secrets, document);
            if (error.isPresent()) {
                throw refusal(error.get(), wording);
            }
            String text = document.text(List.of(described.pointer())).orElse("");
            if (text.isEmpty() || !text.chars().allMatch(LoginCall::fitsAHeader)) {
                String message = text.isEmpty()
                        ? "the login response has no " + described.pointer()
                        : "the login response has a " + described.pointer() + " that can't be sent in a header";
                throw wording.protocol(message, OptionalInt.of(answer.status()), null);
            }
            secrets.token(text);
            Map<String, String> values = new HashMap<>(Map.of(Placeholders.TOKEN, text));
            String header = Placeholders.fill(described.headerValue(), values);
            return new Token(Map.of(described.header(), header), cookies, life(described, document));
        } catch (MalformedAnswer e) {
            Optional<Refusal> page = Refusal.page(answer, profile.errors(), secrets);
            throw page.isPresent() ? refusal(page.get(), wording) : wording.of(e, answer);
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    /** Any other character would be sent as a question mark, and the vendor would not recognize its own token. */
    private static boolean fitsAHeader(int character) {
        return (character >= 0x20 && character <= 0x7e) || (character >= 0xa0 && character <= 0xff);
    }

    /** The lifetime in the response, or else in the profile; empty if unknown. */
    private static Optional<Duration> life(AuthProfile.Token described, Document document) {
        Optional<Duration> told = described.expiresInPointer() == null
                ? Optional.empty()
                : document.text(List.of(described.expiresInPointer())).flatMap(Seconds::read);
        return told.or(() -> Seconds.read(String.valueOf(described.lifetime())));
    }

    private VendorException refusal(Refusal refusal, Wording wording) {
        String who = "\"" + credentials.username() + "\"";
        if (refusal.means(Meaning.LOCKED)) {
            String message = profile.name() + " reports that the account " + who + " is locked" + refusal.because();
            return wording.unauthorized(message, refusal);
        }
        if (refusal.means(Meaning.GIVE_UP) || refusal.status() == UNAUTHORIZED) {
            String message = profile.name() + " refuses the login of " + who + refusal.because();
            return wording.unauthorized(message, refusal);
        }
        if (refusal.means(Meaning.LOG_IN_AGAIN)) {
            // a login carries no token that could have expired: this is a fault of the gateway, and the password is not
            // wrong
            return wording.unavailable(
                    "HTTP " + refusal.status() + " from " + profile.name() + refusal.because(), refusal);
        }
        return refusal.exception(wording);
    }
}
