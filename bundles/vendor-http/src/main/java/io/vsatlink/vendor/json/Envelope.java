package io.vsatlink.vendor.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What lies around the rows of a page, and where.
 *
 * @param items to the array of rows; an answer must have it
 * @param total to the number of rows in all, null or else an answer must have it
 * @param totalPages null or to the number of pages, which may be missing
 * @param size null or to the page size used, which may be missing
 */
public record Envelope(String items, String total, String totalPages, String size) {

    /** What an answer told of the whole; -1 where it did not. */
    public record Figures(long total, long totalPages, long size, int rows) {}

    /**
     * Reads one whole document and hands each row over as soon as its bytes are there, in whatever order the members
     * come.
     *
     * @param rows given each row, and the name of a field that it has twice or null
     * @throws MalformedAnswer where it is not the JSON that was agreed; rows may have been handed over before
     * @throws IOException whatever the stream throws
     */
    public Figures read(InputStream body, BiConsumer<JsonNode, String> rows) throws IOException {
        try (var parser = VendorJson.reader().createParser(body)) {
            EnvelopeWalk walk = new EnvelopeWalk(parser, rows);
            if (parser.nextToken() == null) {
                throw new MalformedAnswer("expected JSON, got an empty answer");
            }
            if (!parser.currentToken().isStructStart()) {
                throw new MalformedAnswer("expected a JSON object, got a mere value");
            }
            walk.value(wanted());
            refuseTrailing(parser);
            return walk.figures(this);
        } catch (JsonProcessingException e) {
            throw VendorJson.malformed(e);
        } catch (CharConversionException e) {
            throw new MalformedAnswer("the text is no valid Unicode");
        }
    }

    private List<EnvelopeWalk.Wanted> wanted() {
        List<EnvelopeWalk.Wanted> wanted = new ArrayList<>();
        wanted.add(new EnvelopeWalk.Wanted(items, JsonPointer.compile(items)));
        for (String figure : new String[] {total, totalPages, size}) {
            if (figure != null) {
                wanted.add(new EnvelopeWalk.Wanted(figure, JsonPointer.compile(figure)));
            }
        }
        return wanted;
    }

    /** Also reads to the end of the body, so that a cut that comes after the JSON is noticed. */
    private static void refuseTrailing(JsonParser parser) throws IOException {
        long end = parser.currentLocation().getByteOffset();
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            more = true;
        }
        if (more) {
            throw new MalformedAnswer("more data follows the end of the JSON at byte " + end);
        }
    }
}
