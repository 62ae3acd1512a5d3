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
 * The structure around the items of a response.
 *
 * @param items pointer to the array of items, or to the object whose members they are; if it is not null, a response
 *     must have it
 * @param shape how the items are arranged
 * @param facts where the response has totals, flags and links; those in headers are read elsewhere
 * @param format of the body
 * @param ids pointers to further values of an error
 * @param later whether this is a page after the first, where null may mean that there are no more rows
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
     * What a response says about the listing; -1 or empty if it says nothing.
     *
     * @param more whether more rows follow
     * @param error the error that the response reports instead
     */
    public record Figures(
            long total, long totalPages, long size, int rows, String next, More more, Optional<Said> error) {}

    /**
     * The content of an error; code and message may be empty.
     *
     * @param ids returns the value at a pointer; empty if there is none
     */
    public record Said(String code, String message, UnaryOperator<String> ids) {}

    /** Receives the items. */
    public interface ItemSink {

        /**
         * @param parser is at the item, and must be left at its end
         * @param name of the item's member; null in an array
         */
        void take(JsonParser parser, String name) throws IOException;
    }

    /** For a page. */
    public static Envelope of(ListingProfile listing, ErrorProfile errors) {
        ItemsProfile items = listing.items();
        return new Envelope(
                items.pointer(), items.shape(), listing.paging().facts(), listing.format(), errors, List.of(), false);
    }

    /** For a page that may or may not be the first one. */
    public Envelope later(boolean isLater) {
        return new Envelope(items, shape, facts, format, errors, ids, isLater);
    }

    /** For the response to a call that is not a page. */
    public static Envelope of(ItemsProfile items, ErrorProfile errors, List<String> ids) {
        return new Envelope(items.pointer(), items.shape(), PageFacts.NONE, AnswerFormat.JSON, errors, ids, false);
    }

    /** For a response of which only errors matter. */
    public static Envelope of(ErrorProfile errors, List<String> ids) {
        return new Envelope(null, Shape.ARRAY, PageFacts.NONE, AnswerFormat.JSON, errors, ids, false);
    }

    /**
     * Reads one document and passes on each item as soon as it has arrived, in any order of the members.
     *
     * @throws MalformedAnswer if it does not have the agreed format; items may already have been passed on
     * @throws IOException as thrown by the stream
     */
    public Figures read(InputStream body, ItemSink sink) throws IOException {
        return read(body, false, sink);
    }

    /** @param byCharacters slower, but accepts what {@link MalformedAnswer#halfInAName} reports */
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

    /** Also reads to the end of the body, so that truncation after the JSON is detected. */
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
