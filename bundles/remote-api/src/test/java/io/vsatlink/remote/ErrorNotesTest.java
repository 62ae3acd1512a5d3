/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.failure.Rejected;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What no good answer shows: a profile that does not know how the vendor ends a session is told so, and what to write. */
class ErrorNotesTest extends Fixture {
    private static final String SESSION = "Note: errors: nothing says how the vendor answers when a session has ended.";
    private static final String WORDS = "Note: errors: Reasons will have the HTTP status of an error";
    private static final String CODES = "Note: errors: no code is ever found";

    private List<String> notes(String errors) {
        return notes(Map.of("errors", errors));
    }

    private List<String> notes(Map<String, String> parts) {
        speak(parts);
        return new ProfileCheck(spoken(), null).notes();
    }

    private void endSessionWith(String status) {
        AtomicInteger calls = new AtomicInteger();
        vendor.pages((request, out, socket) -> calls.getAndIncrement() == 0
                ? status(out, status, "")
                : json(out, "{\"totalItems\":1,\"items\":[{\"circuitId\":\"C1\"}]}"));
    }

    @Test
    void whatIsWrittenAsTheNoteSaysMakesThePollLogInAgain() throws Exception {
        assertThat(notes("{}")).hasSize(2);
        assertThat(notes("{}").get(0)).startsWith(SESSION).contains("\"statuses\": {\"logInAgain\": [403]}");
        assertThat(notes("{}").get(1)).startsWith(WORDS);
        endSessionWith("403 Forbidden");
        assertThatThrownBy(this::page).isInstanceOf(Rejected.class).hasMessageContaining("HTTP 403");

        assertThat(notes("{\"statuses\": {\"logInAgain\": [403]}, \"messagePointers\": [\"/m\"]}"))
                .isEmpty();
        endSessionWith("403 Forbidden");
        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void whatTheNoteSaysOf401Holds() throws Exception {
        speak(Map.of("errors", "{}"));
        endSessionWith("401 Unauthorized");
        assertThat(page().rows()).isEqualTo(1);
    }

    @Test
    void aCodeOfItNeedsAPlace() {
        String codes = "\"codes\": {\"logInAgain\": [\"E403\"]}";
        assertThat(notes("{" + codes + "}")).hasSize(2).first().asString().startsWith(CODES);
        assertThat(notes("{\"codePointers\": [\"/error/code\"], " + codes + "}"))
                .isEmpty();
    }

    @Test
    void aPageInPlaceOfAnAnswerMayShowItToo() {
        assertThat(notes("{\"html\": \"logInAgain\", \"messagePointers\": [\"/m\"]}"))
                .isEmpty();
    }

    @Test
    void aPasswordWithEachCallHasNoSession() {
        assertThat(notes(Map.of("errors", "{}", "auth", "{\"type\": \"basic\"}")))
                .singleElement()
                .asString()
                .startsWith(WORDS);
    }

    @Test
    void aProfileThatSaysItAllGetsNone() {
        assertThat(new ProfileCheck(PROFILE, null).notes()).isEmpty();
    }
}
