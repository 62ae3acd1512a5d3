/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a refusal means that answers a login.
 *
 * @param vendor what the vendor's system is called
 * @param user whose login it is
 */
record LoginRefusal(String vendor, String user) {
    private static final int UNAUTHORIZED = 401;

    /** RFC 6749, 5.2: with status 400, and no less a refusal of who we are. */
    private static final Map<String, Meaning> OAUTH = Map.of(
            "invalid_client", Meaning.GIVE_UP,
            "invalid_grant", Meaning.GIVE_UP,
            "unauthorized_client", Meaning.GIVE_UP,
            "temporarily_unavailable", Meaning.RETRY);

    /** The vendor's errors, and those of a token endpoint, which may be another's. */
    static ErrorProfile oauth(ErrorProfile errors) {
        Map<String, Meaning> codes = new HashMap<>(OAUTH);
        codes.putAll(errors.codes());
        return new ErrorProfile(
                and(errors.codePointers(), "/error"),
                and(errors.messagePointers(), "/error_description"),
                codes,
                errors.statuses(),
                errors.inside200(),
                errors.html());
    }

    private static List<String> and(List<String> pointers, String last) {
        return Stream.concat(pointers.stream(), Stream.of(last)).distinct().toList();
    }

    VendorException of(Refusal refusal, Wording wording) {
        String who = "\"" + user + "\"";
        if (refusal.means(Meaning.LOCKED)) {
            String message = vendor + " reports that the account " + who + " is locked" + refusal.because();
            return wording.unauthorized(message, refusal);
        }
        if (refusal.means(Meaning.GIVE_UP) || refusal.status() == UNAUTHORIZED) {
            String message = vendor + " refuses the login of " + who + refusal.because();
            return wording.unauthorized(message, refusal);
        }
        if (refusal.means(Meaning.LOG_IN_AGAIN)) {
            // a login carries no token that could be too old: the gateway is confused, and nobody's password is wrong
            return wording.unavailable("HTTP " + refusal.status() + " from " + vendor + refusal.because(), refusal);
        }
        return refusal.exception(wording);
    }
}
