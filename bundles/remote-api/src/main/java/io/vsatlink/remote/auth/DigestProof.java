/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.auth;

import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.DigestAnswers;
import io.vsatlink.remote.http.ExchangeException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A response to the vendor's Digest challenge, different for each call. */
public final class DigestProof implements Proof {
    private final DigestAnswers answers;
    private final Consumer<String> hide;

    /** @param hide receives each response, which must not be shown */
    public DigestProof(DigestAnswers answers, Consumer<String> hide) {
        this.answers = answers;
        this.hide = hide;
    }

    @Override
    public Map<String, String> headers(String method, String target) throws ExchangeException {
        Optional<String> answer = answers.answer(method, target);
        answer.map(DigestProof::response).ifPresent(hide);
        return answer.isPresent() ? Map.of("Authorization", answer.get()) : Map.of();
    }

    private static String response(String header) {
        return header.replaceFirst("(?s).*\\bresponse=\"([0-9a-f]+)\".*", "$1");
    }

    @Override
    public boolean asked(Answer answer) throws ExchangeException {
        return answers.asked(answer);
    }
}
