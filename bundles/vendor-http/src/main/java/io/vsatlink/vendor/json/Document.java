package io.vsatlink.vendor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A small answer, read whole: a login's, or an error's. */
public final class Document {

    private final JsonNode root;

    private Document(JsonNode root) {
        this.root = root;
    }

    /** @throws MalformedAnswer where the bytes are not one JSON document */
    public static Document read(byte[] bytes) throws MalformedAnswer {
        try {
            JsonNode root = VendorJson.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(bytes);
            if (root.isMissingNode()) {
                throw new MalformedAnswer("expected JSON, got an empty answer");
            }
            return new Document(root);
        } catch (MalformedAnswer e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw VendorJson.malformed(e);
        } catch (IOException e) {
            throw new MalformedAnswer("the text is no valid Unicode");
        }
    }

    /** The first of these places that holds a text or a number. */
    public Optional<String> text(List<String> pointers) {
        return pointers.stream()
                .map(root::at)
                .filter(node -> node.isTextual() || node.isNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** What stands there as text, if it is no object, list or null. */
    public Optional<String> scalar(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    public OptionalLong wholeNumber(String pointer) {
        JsonNode node = root.at(pointer);
        return node.canConvertToLong() && node.isIntegralNumber()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }
}
