/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a profile does not say about errors, and what happens then. No page of a good listing shows an error, so a profile without
 * any of it seems to fit until the first session ends.
 */
record ErrorNotes(AuthProfile auth, ErrorProfile errors) {

    List<String> all() {
        List<String> notes = new ArrayList<>();
        if (errors.codePointers().isEmpty() && !errors.codes().isEmpty()) {
            notes.add(
                    "errors: no code is ever found, because codePointers is missing; write where an error has its code,"
                            + " for instance \"codePointers\": [\"/error/code\"]");
        }
        if (hasSession(auth) && !logsInAgain()) {
            notes.add("errors: nothing says how the vendor answers when a session has ended. HTTP 401 leads to a login;"
                    + " 408, 425, 429 and 5xx are repeated; any other 4xx fails the poll, and after a 403 there is none until a"
                    + " person acts. If it answers an ended session with 403, write \"statuses\": {\"logInAgain\": [403]}; if"
                    + " its code shows it, \"codePointers\": [\"/error/code\"], \"codes\": {\"logInAgain\": [\"…\"]}");
        }
        if (errors.messagePointers().isEmpty() && errors.codePointers().isEmpty()) {
            notes.add(
                    "errors: Reasons will have the HTTP status of an error, and not the vendor's words; write where an error"
                            + " has them, for instance \"messagePointers\": [\"/error/message\"]");
        }
        return notes;
    }

    private boolean logsInAgain() {
        return Stream.of(errors.codes(), errors.statuses())
                        .anyMatch(meanings -> meanings.containsValue(Meaning.LOG_IN_AGAIN))
                || errors.html() == Meaning.LOG_IN_AGAIN;
    }

    /** A key, or a password with each call, does not end. */
    private static boolean hasSession(AuthProfile auth) {
        return auth instanceof AuthProfile.Login
                || auth instanceof AuthProfile.OAuth2
                || (auth instanceof AuthProfile.Chain chain
                        && chain.logins().stream().anyMatch(ErrorNotes::hasSession));
    }
}
