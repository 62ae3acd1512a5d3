/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PageFacts;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What lies around the items of an answer, and where.
 *
 * @param items to the array of items, or the object whose members they are; null or else an answer must have it
 * @param shape how they stand there
 * @param facts what it tells of the whole, and where; what is told in headers is none of its affair
 * @param format what it is written in
 * @param ids to what else of an error is of interest
 * @param later whether it is of a page after the first, which may tell by null that no rows are left
 */
public record Envelope(
        String items,
        Shape shape,
        PageFacts facts,
        AnswerFormat format,
        ErrorProfile errors,
        List<String> ids,
        boolean later) {

    /**
     * What an answer told of the whole; -1 or empty where it did not.
     *
     * @param more whether more rows follow
     * @param error the code and message of an error that the answer is instead
     */
    public record Figures(
            long total, long totalPages, long size, int rows, String next, More more, Optional<Said> error) {}

    /**
     * What an error says; code and message may be empty.
     *
     * @param ids gives what else of interest stands at a pointer, empty where nothing does
     */
    public record Said(String code, String message, UnaryOperator<String> ids) {}

    /** Given each item. */
    public interface ItemSink {

        /**
         * @param parser stands on the item, and must be left on its end
         * @param name of the member that it is, null in an array
         */
        void take(JsonParser parser, String name) throws IOException;
    }

    /** Of a page. */
    public static Envelope of(ListingProfile listing, ErrorProfile errors) {
        ItemsProfile items = listing.items();
        return new Envelope(
                items.pointer(), items.shape(), listing.paging().facts(), listing.format(), errors, List.of(), false);
    }

    /** Of a page that may be the first one or a later one. */
    public Envelope later(boolean isLater) {
        return new Envelope(items, shape, facts, format, errors, ids, isLater);
    }

    /** Of the answer to a call that is no page. */
    public static Envelope of(ItemsProfile items, ErrorProfile errors, List<String> ids) {
        return new Envelope(items.pointer(), items.shape(), PageFacts.NONE, AnswerFormat.JSON, errors, ids, false);
    }

    /** Of an answer of which only that matters whether it is an error. */
    public static Envelope of(ErrorProfile errors, List<String> ids) {
        return new Envelope(null, Shape.ARRAY, PageFacts.NONE, AnswerFormat.JSON, errors, ids, false);
    }

    /**
     * Reads one whole document and hands each item over as soon as its bytes are there, in whatever order the members
     * come.
     *
     * @throws MalformedAnswer where it is not the JSON that was agreed; items may have been handed over before
     * @throws IOException whatever the stream throws
     */
    public Figures read(InputStream body, ItemSink sink) throws IOException {
        return read(body, false, sink);
    }

    /** @param byCharacters slower, and what {@link MalformedAnswer#halfInAName} wants */
    public Figures read(InputStream body, boolean byCharacters, ItemSink sink) throws IOException {
        try (var parser = AnswerParser.of(this, body, byCharacters)) {
            EnvelopeWalk walk = new EnvelopeWalk(parser, this, sink);
            if (parser.nextToken() == null) {
                throw new MalformedAnswer("expected JSON, got an empty response");
            }
            if (!parser.currentToken().isStructStart()) {
                throw new MalformedAnswer("expected a JSON object, got a single value");
            }
            walk.document(pointers());
            refuseTrailing(parser);
            return walk.figures();
        } catch (JsonProcessingException e) {
            throw format.kind() == Kind.CSV ? CsvRows.malformed(e) : VendorJson.malformed(e);
        } catch (CharConversionException | CharacterCodingException e) {
            throw new MalformedAnswer("the text is not valid Unicode");
        }
    }

    private List<String> pointers() {
        List<String> pointers = new ArrayList<>(Stream.of(
                        items,
                        facts.totalPointer(),
                        facts.totalPages(),
                        facts.sizePointer(),
                        facts.nextPointer(),
                        facts.morePointer())
                .filter(pointer -> pointer != null)
                .toList());
        if (errors.inside200() != null) {
            pointers.add(errors.inside200().pointer());
            pointers.addAll(errors.codePointers());
            pointers.addAll(errors.messagePointers());
            pointers.addAll(ids);
        }
        return pointers.stream().distinct().toList();
    }

    /** Also reads to the end of the body, so that a cut that comes after the JSON is noticed. */
    private static void refuseTrailing(JsonParser parser) throws IOException {
        String end = VendorJson.place(parser.currentLocation());
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            more = true;
        }
        if (more) {
            throw new MalformedAnswer("more data follows the end of the JSON " + end);
        }
    }
}
