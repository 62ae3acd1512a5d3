package io.vsatlink.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.vendor.http.Answer;
import io.vsatlink.vendor.http.Call.Body;
import io.vsatlink.vendor.item.FieldTally;
import io.vsatlink.vendor.item.Item;
import io.vsatlink.vendor.item.ItemReader;
import io.vsatlink.vendor.item.ValueWriter;
import io.vsatlink.vendor.json.Envelope;
import io.vsatlink.vendor.json.MalformedAnswer;
import io.vsatlink.vendor.profile.CallProfile;
import io.vsatlink.vendor.profile.CallProfile.Outcome;
import io.vsatlink.vendor.profile.CallProfile.OutcomeProfile;
import io.vsatlink.vendor.profile.ColumnProfile;
import io.vsatlink.vendor.profile.ErrorProfile;
import io.vsatlink.vendor.profile.Placeholders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A call that is no page: what goes out, and what its answer says. */
record VendorCall(CallProfile profile, ErrorProfile errors, Secrets secrets) {
    private static final int MOST_BYTES = 16 << 20;

    record Request(String method, String target, Map<String, String> headers, Body body) {

        Map<String, String> headersWith(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putAll(more);
            return all;
        }
    }

    /** @param refusal null where the answer is one */
    record Result(CallAnswer answer, Refusal refusal) {}

    Request request(Map<String, Object> settings, Map<String, String> parameters, Map<String, Object> fields) {
        Map<String, Object> values = new HashMap<>(settings);
        values.putAll(parameters);
        Map<String, String> query = new LinkedHashMap<>();
        profile.query().forEach((name, value) -> query.put(name, Placeholders.fill(value, values)));
        Map<String, String> headers = new LinkedHashMap<>();
        profile.headers().forEach((name, value) -> {
            if (Placeholders.fillable(value, values)) {
                headers.put(name, Placeholders.fill(value, values));
            }
        });
        // a space is %20 in a path, and + in a query only
        String path = Placeholders.fill(
                profile.path(), values, value -> PageQuery.encoded(value).replace("+", "%20"));
        return new Request(profile.method(), PageQuery.withQuery(path, query), headers, body(values, fields));
    }

    private Body body(Map<String, Object> values, Map<String, Object> fields) {
        if (profile.body() == null && profile.written().isEmpty()) {
            return null;
        }
        JsonNode body = profile.body() == null
                ? JsonNodeFactory.instance.objectNode()
                : Placeholders.fill(profile.body(), values);
        for (ColumnProfile column : profile.written()) {
            if (fields.containsKey(column.name())) {
                ValueWriter.write((ObjectNode) body, column, fields.get(column.name()));
            }
        }
        return Body.json(body.toString());
    }

    Result read(Answer answer, Wording wording) throws VendorException {
        if (answer.status() < 200 || answer.status() > 299) {
            return refusal(Refusal.read(answer, errors, secrets));
        }
        String etag = answer.header("ETag") == null ? "" : answer.header("ETag");
        boolean empty = answer.status() == 204 || answer.status() == 205;
        if (empty || (profile.answer() == null && !errors.hidden())) {
            return done(List.of(), etag);
        }
        List<Item> found = new ArrayList<>();
        try {
            Envelope.Figures told = figures(answer, found);
            return told.error().isPresent()
                    ? refusal(
                            Refusal.inside(answer, errors, secrets, told.error().get()))
                    : done(found, etag);
        } catch (MalformedAnswer e) {
            if (profile.answer() == null && answer.bytes() == 0) {
                return done(List.of(), etag);
            }
            return refusal(Refusal.page(answer, errors, secrets).orElseThrow(() -> wording.of(e, answer)));
        } catch (IOException e) {
            throw wording.of(e);
        }
    }

    private Envelope.Figures figures(Answer answer, List<Item> found) throws IOException {
        List<String> ids = profile.outcomes().stream()
                .map(OutcomeProfile::idPointer)
                .filter(Objects::nonNull)
                .toList();
        if (profile.answer() == null) {
            // what comes back is of no interest, but for the error that it may be
            return Envelope.of(errors, ids).read(answer.body(), (parser, name) -> parser.skipChildren());
        }
        InputStream body = answer.body();
        if (errors.inside200() != null && profile.answer().pointer().isEmpty()) {
            // the item is all there is, and who reads it as an item sees no error in it
            byte[] whole = body.readNBytes(MOST_BYTES);
            Envelope.Figures error = read(Envelope.of(errors, ids), whole);
            if (error.error().isPresent()) {
                return error;
            }
            body = new ByteArrayInputStream(whole);
        }
        ItemReader reader = new ItemReader(profile.answer());
        FieldTally tally = reader.tally();
        return Envelope.of(profile.answer(), errors, ids)
                .read(body, (parser, name) -> found.add(reader.read(parser, name, tally)));
    }

    private static Envelope.Figures read(Envelope envelope, byte[] whole) throws IOException {
        return envelope.read(new ByteArrayInputStream(whole), (parser, name) -> parser.skipChildren());
    }

    private static Result done(List<Item> items, String etag) {
        return new Result(new CallAnswer(Outcome.DONE, "", items, etag), null);
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
                                List.of(),
                                ""),
                        null)
                : new Result(null, refusal);
    }
}
