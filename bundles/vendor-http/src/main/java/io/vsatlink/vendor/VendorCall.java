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
import io.vsatlink.vendor.profile.ItemsProfile;
import io.vsatlink.vendor.profile.Placeholders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call that is no page: what goes out, and what its answer says. */
record VendorCall(CallProfile profile, ErrorProfile errors, Secrets secrets) {

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
        ItemsProfile items = profile.answer();
        String etag = answer.header("ETag") == null ? "" : answer.header("ETag");
        boolean empty = answer.status() == 204 || answer.status() == 205;
        if (items == null || empty) {
            return done(List.of(), etag);
        }
        ItemReader reader = new ItemReader(items);
        FieldTally tally = reader.tally();
        List<Item> found = new ArrayList<>();
        Envelope envelope = Envelope.of(items, errors);
        try {
            Envelope.Figures told =
                    envelope.read(answer.body(), (parser, name) -> found.add(reader.read(parser, name, tally)));
            return told.error().isPresent()
                    ? refusal(
                            Refusal.inside(answer, errors, secrets, told.error().get()))
                    : done(found, etag);
        } catch (MalformedAnswer e) {
            throw wording.of(e, answer);
        } catch (IOException e) {
            throw wording.of(e);
        }
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
