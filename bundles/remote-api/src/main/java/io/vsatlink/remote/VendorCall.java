/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.error.Refusal;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.Protocol;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Answer;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.item.ValueWriter;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.Envelope;
import io.vsatlink.remote.json.MalformedAnswer;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import io.vsatlink.remote.profile.CallProfile.OutcomeProfile;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.Placeholders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call that does not read a page: its request, and the evaluation of its response. */
record VendorCall(CallProfile profile, AnswerPart part, ErrorProfile errors, Secrets secrets) {
    private static final int MOST_BYTES = 16 << 20;

    record Request(String method, String target, Map<String, String> headers, Body body) {}

    /** @param refusal null if there is an answer */
    record Result(CallAnswer answer, Refusal refusal) {}

    /**
     * @throws IllegalArgumentException if the URL that the vendor gave for this part is not valid or leads to another
     *     host
     */
    Request request(
            Map<String, Object> settings, Map<String, String> parameters, Map<String, Object> fields, URI base) {
        Map<String, Object> values = new HashMap<>(settings);
        values.putAll(parameters);
        profile.payload().placed().stream()
                .filter(column -> fields.get(column.name()) != null)
                .forEach(column -> values.put(column.name(), ValueWriter.word(column, fields.get(column.name()))));
        Map<String, String> query = new LinkedHashMap<>();
        profile.query().forEach((name, value) -> query.put(name, RequestBody.text(Placeholders.fill(value, values))));
        if (profile.paging() != null) {
            query.putAll(partial().query());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        profile.headers().forEach((name, value) -> {
            if (Placeholders.fillable(value, values)) {
                headers.put(name, Placeholders.fill(value, values));
            }
        });
        // a space is %20 in a path; + stands for it only in a query
        String path = Placeholders.fill(
                profile.path(), values, value -> PageQuery.encoded(value).replace("+", "%20"));
        String target = profile.paging() != null && partial().byUrl()
                ? partial()
                        .target(values, base)
                        .orElseThrow(() -> new IllegalArgumentException("it leads to another server"))
                : PageQuery.withQuery(path, query);
        return new Request(profile.method(), target, headers, new RequestBody(profile.payload(), values).with(fields));
    }

    private PartialAnswer partial() {
        return new PartialAnswer(profile, part);
    }

    Result read(Answer answer, Wording wording) throws VendorException {
        if (answer.status() < 200 || answer.status() > 299) {
            return refusal(Refusal.read(answer, errors, secrets));
        }
        String etag = answer.header("ETag") == null ? "" : answer.header("ETag");
        boolean empty = answer.status() == 204 || answer.status() == 205;
        if (empty && asks()) {
            // an empty response does not show whether the requested object exists
            return refusal(Refusal.read(answer, errors, secrets));
        }
        if (empty || (profile.answer() == null && !errors.hidden())) {
            return done(etag);
        }
        try {
            byte[] whole = answer.body().readNBytes(MOST_BYTES);
            if (!asks() && whole.length == 0) {
                return done(etag);
            }
            Optional<Refusal> hidden = hidden(answer, whole);
            return hidden.isPresent() ? refusal(hidden.get()) : done(answer, whole, etag, wording);
        } catch (MalformedAnswer e) {
            return refusal(Refusal.page(answer, errors, secrets).orElseThrow(() -> wording.of(e, answer)));
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    /** Whether the call sends no fields and expects items. */
    private boolean asks() {
        return profile.answer() != null && profile.payload().isEmpty();
    }

    /** An error in a response with a success status. */
    private Optional<Refusal> hidden(Answer answer, byte[] whole) throws MalformedAnswer {
        boolean looked = errors.inside200() != null || profile.answer() == null;
        return looked ? Refusal.inside(answer, errors, secrets, Document.read(whole)) : Optional.empty();
    }

    private List<Item> items(byte[] whole) throws IOException {
        try {
            return items(whole, false);
        } catch (MalformedAnswer e) {
            if (!e.halfInAName()) {
                throw e;
            }
            return items(whole, true);
        }
    }

    private List<Item> items(byte[] whole, boolean byCharacters) throws IOException {
        List<Item> found = new ArrayList<>();
        if (profile.answer() != null) {
            ItemReader reader = ItemReader.lenient(profile.answer());
            FieldTally tally = reader.tally();
            Envelope.of(profile.answer(), errors, List.of())
                    .read(
                            new ByteArrayInputStream(whole),
                            byCharacters,
                            (parser, name) -> found.add(reader.read(parser, name, tally)));
        }
        return found;
    }

    private Result done(Answer answer, byte[] whole, String etag, Wording wording) throws IOException, Protocol {
        List<Item> items = items(whole);
        CallAnswer.Rest rest =
                profile.paging() == null ? CallAnswer.Rest.NONE : partial().rest(answer, whole, items.size(), wording);
        return new Result(new CallAnswer(Outcome.DONE, "", "", items, etag, rest), null);
    }

    private static Result done(String etag) {
        return new Result(new CallAnswer(Outcome.DONE, "", "", List.of(), etag, CallAnswer.Rest.NONE), null);
    }

    private Result refusal(Refusal refusal) {
        Optional<OutcomeProfile> outcome = profile.outcomes().stream()
                .filter(each -> each.matches(refusal.code(), refusal.status()))
                .findFirst();
        return outcome.isPresent()
                ? new Result(
                        new CallAnswer(
                                outcome.get().outcome(),
                                refusal.id(outcome.get().idPointer()),
                                refusal.said(),
                                List.of(),
                                "",
                                CallAnswer.Rest.NONE),
                        null)
                : new Result(null, refusal);
    }
}
