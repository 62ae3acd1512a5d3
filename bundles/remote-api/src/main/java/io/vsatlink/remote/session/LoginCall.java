/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.auth.DigestProof;
import io.vsatlink.remote.auth.FixedProof;
import io.vsatlink.remote.auth.Proof;
import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.http.Cookies;
import io.vsatlink.remote.http.DigestAnswers;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.AuthProfile.ApiKey;
import io.vsatlink.remote.profile.AuthProfile.Basic;
import io.vsatlink.remote.profile.AuthProfile.Chain;
import io.vsatlink.remote.profile.AuthProfile.Digest;
import io.vsatlink.remote.profile.AuthProfile.Login;
import io.vsatlink.remote.profile.AuthProfile.OAuth2;
import io.vsatlink.remote.profile.AuthProfile.Request;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The calls that make the vendor know us, as its profile tells, and what comes of them. */
public record LoginCall(VendorProfile profile, Credentials credentials, Secrets secrets, VendorLink link) {
    /** Masking a shorter text would mutilate unrelated ones. */
    private static final int WORTH_HIDING = 8;

    /** Logs in, with one attempt. */
    Token make() throws VendorException {
        for (String name : new TreeSet<>(profile.secrets())) {
            if (!credentials.settings().containsKey(name)) {
                throw link.wording().rejected("the vendor profile uses ${" + name + "}; set " + name, (Throwable) null);
            }
        }
        link.refresh();
        return of(profile.auth(), new HashMap<>(credentials.placeholders()), Token.of(new Cookies()));
    }

    /** Gets another token for the refresh token of this one, which has one. */
    Token refresh(Token before) throws VendorException {
        Map<String, Object> values = new HashMap<>(credentials.placeholders());
        values.put(Placeholders.REFRESH_TOKEN, before.renewal().refresh());
        Token with = Token.of(before.cookies());
        return profile.auth() instanceof Login login
                ? sent(login.refresh(), login.token(), values, with, before)
                : oauth((OAuth2) profile.auth(), values)
                        .refresh(before, reading(((OAuth2) profile.auth()).token(), oauthErrors(), with, before));
    }

    /** @param with what the calls of the login carry themselves */
    private Token of(AuthProfile auth, Map<String, Object> values, Token with) throws VendorException {
        if (auth instanceof Login login) {
            return login.token() == null
                    ? byCookie(login.request(), values, with)
                    : sent(login.request(), login.token(), values, with, null);
        }
        if (auth instanceof OAuth2 oauth) {
            return oauth(oauth, values).send(with, reading(oauth.token(), oauthErrors(), with, null));
        }
        if (auth instanceof Chain chain) {
            return chained(chain, values, with);
        }
        if (auth instanceof ApiKey key) {
            return checked(key(key, values), key.check(), with);
        }
        if (auth instanceof Digest digest) {
            return checked(
                    new DigestProof(new DigestAnswers(credentials.username(), credentials.password()), secrets::hide),
                    digest.check(),
                    with);
        }
        return checked(basic(), ((Basic) auth).check(), with);
    }

    /** All of them, one after the other; an API key among them is carried by those that follow. */
    private Token chained(Chain chain, Map<String, Object> values, Token with) throws VendorException {
        Token all = with;
        Token keys = with;
        for (AuthProfile each : chain.logins()) {
            Token next;
            if (each instanceof ApiKey key) {
                next = new Token(key(key, values), with.cookies(), Token.Renewal.NONE);
                keys = Token.all(keys, next);
            } else {
                next = of(each, values, keys);
                values.put(Placeholders.TOKEN, next.renewal().text());
            }
            all = Token.all(all, next);
        }
        return all;
    }

    private Proof key(ApiKey key, Map<String, Object> values) {
        String value = Placeholders.fill(key.key().value(), values);
        if (value.length() >= WORTH_HIDING) {
            // a profile may have it itself, so that it is among no settings
            secrets.hide(value);
        }
        return Token.fixed(key.key().inQuery(), key.key().name(), value);
    }

    private Proof basic() {
        return new FixedProof(OAuthCall.basic(credentials.username(), credentials.password(), secrets), Map.of());
    }

    private OAuthCall oauth(OAuth2 oauth, Map<String, Object> values) {
        return new OAuthCall(oauth, values, link, secrets);
    }

    private ErrorProfile oauthErrors() {
        return LoginRefusal.oauth(profile.errors());
    }

    private Token sent(
            Request request, AuthProfile.Token described, Map<String, Object> values, Token with, Token before)
            throws VendorException {
        Map<String, String> headers = headers(request, values);
        if (described.pointer() == null && profile.headers().keySet().stream().noneMatch("accept"::equalsIgnoreCase)) {
            headers.putIfAbsent("Accept", "*/*");
        }
        return link.login(
                request.method(),
                request.path(),
                headers,
                body(request, values),
                with,
                reading(described, profile.errors(), with, before));
    }

    private VendorLink.Reading<Token> reading(
            AuthProfile.Token described, ErrorProfile errors, Token with, Token before) {
        TokenAnswer token = new TokenAnswer(described, errors, secrets, refusal(), before);
        return (answer, wording) -> token.read(answer, with.cookies(), wording);
    }

    private Map<String, String> headers(Request request, Map<String, Object> values) {
        Map<String, String> headers = new HashMap<>();
        if (request.basic()) {
            headers.putAll(OAuthCall.basic(credentials.username(), credentials.password(), secrets));
        }
        request.headers().forEach((name, value) -> headers.put(canonical(name), Placeholders.fill(value, values)));
        return headers;
    }

    /** So that one of the profile's replaces one of ours. */
    private static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("accept") ? "Accept" : lower.equals("authorization") ? "Authorization" : name;
    }

    private static Body body(Request request, Map<String, Object> values) {
        if (request.body() != null) {
            return Body.json(Placeholders.fill(request.body(), values).toString());
        }
        return request.form().isEmpty()
                ? null
                : Body.form(request.form().entrySet().stream()
                        .map(each -> PageQuery.encoded(each.getKey()) + "="
                                + PageQuery.encoded(Placeholders.fill(each.getValue(), values)))
                        .collect(Collectors.joining("&")));
    }

    /** A session that is known by its cookies alone. */
    private Token byCookie(Request request, Map<String, Object> values, Token with) throws VendorException {
        return link.login(
                request.method(),
                request.path(),
                headers(request, values),
                body(request, values),
                with,
                (answer, wording) -> {
                    refuseErrors(answer, wording);
                    if (with.cookies().values().isEmpty()) {
                        throw wording.protocol(
                                "the login response sets no cookie, and the profile has no token",
                                OptionalInt.of(answer.status()),
                                null);
                    }
                    return with;
                });
    }

    /** What needs no token still has to be tried once: a wrong password is to be known before the first poll. */
    private Token checked(Proof proof, String path, Token with) throws VendorException {
        PageQuery.Asked asked = path == null ? firstListing() : new PageQuery.Asked("GET", path, Map.of(), null);
        Token tried = new Token(proof, with.cookies(), Token.Renewal.NONE);
        return link.send(asked.method(), asked.target(), asked.headers(), asked.body(), tried, (answer, wording) -> {
            refuseErrors(answer, wording);
            return tried;
        });
    }

    private void refuseErrors(Answer answer, Wording wording) throws VendorException {
        if (answer.status() < 200 || answer.status() > 299) {
            throw refusal().of(Refusal.read(answer, profile.errors(), secrets), wording);
        }
        Optional<Refusal> error = errorInside(answer, wording);
        if (error.isPresent()) {
            throw refusal().of(error.get(), wording);
        }
    }

    /** What such an answer holds is of no interest, unless the vendor hides errors in it. */
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

    private LoginRefusal refusal() {
        return new LoginRefusal(profile.name(), credentials.username());
    }

    private PageQuery.Asked firstListing() {
        ListingProfile first = profile.listings().values().iterator().next();
        return new PageQuery(first, credentials.placeholders()).asked(PageRef.FIRST, 1);
    }
}
