package io.vsatlink.vendor.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a vendor profile and refuses whatever it does not understand, naming the place. */
public final class ProfileReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProfileReader() {}

    /**
     * @param json UTF-8, comments allowed; {@code paging} and {@code itemsPointer} may stand once at the top for all
     *     listings
     * @param source what to call it in messages, e.g. the file's name
     */
    public static VendorProfile read(InputStream json, String source) throws ProfileException {
        ProfileNode root = new ProfileNode(source, "", parse(json, source));
        VendorProfile profile = new VendorProfile(
                root.text("name"),
                root.integer("version"),
                login(root.object("login")),
                root.textMap("headers", Set.of(Placeholders.CORRELATION_ID)),
                errors(root.object("errors")),
                listings(root));
        root.refuseOthers();
        return profile;
    }

    private static JsonNode parse(InputStream json, String source) throws ProfileException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ProfileException(source + ", line " + line + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ProfileException(source + " cannot be read: " + e.getMessage());
        }
    }

    private static LoginProfile login(ProfileNode node) throws ProfileException {
        LoginProfile login = new LoginProfile(
                node.text("method"),
                node.path("path"),
                node.textMap("body", Set.of(Placeholders.USERNAME, Placeholders.PASSWORD)),
                node.pointer("tokenPointer"),
                node.pointerOr("expiresInPointer", null),
                node.text("header"),
                node.template("headerValue", Set.of(Placeholders.TOKEN)));
        node.refuseOthers();
        return login;
    }

    private static ErrorProfile errors(ProfileNode node) throws ProfileException {
        ErrorProfile errors = new ErrorProfile(
                node.pointers("codePointers"),
                node.pointers("messagePointers"),
                node.texts("tokenExpiredCodes"),
                node.texts("lockedCodes"),
                node.texts("refusedCodes"));
        node.refuseOthers();
        return errors;
    }

    private static Map<String, ListingProfile> listings(ProfileNode root) throws ProfileException {
        PagingProfile paging = root.has("paging") ? paging(root.object("paging")) : null;
        String itemsPointer = root.pointerOr("itemsPointer", null);
        Map<String, ListingProfile> listings = new LinkedHashMap<>();
        ProfileNode object = root.object("listings");
        for (String key : object.names()) {
            listings.put(key, listing(object.object(key), paging, itemsPointer));
        }
        return listings;
    }

    private static ListingProfile listing(ProfileNode node, PagingProfile paging, String itemsPointer)
            throws ProfileException {
        Map<String, String> columns = columns(node.object("columns"));
        String key = node.text("key");
        if (!columns.containsKey(key)) {
            throw node.refuse(node.at("key"), "must be one of the columns, not \"" + key + "\"");
        }
        ListingProfile listing = new ListingProfile(
                node.path("path"),
                node.textMap("query", Set.of()),
                paging == null || node.has("paging") ? paging(node.object("paging")) : paging,
                itemsPointer == null ? node.pointer("itemsPointer") : node.pointerOr("itemsPointer", itemsPointer),
                key,
                columns);
        node.refuseOthers();
        return listing;
    }

    private static Map<String, String> columns(ProfileNode node) throws ProfileException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : node.names()) {
            columns.put(name, node.pointer(name));
        }
        return columns;
    }

    private static PagingProfile paging(ProfileNode node) throws ProfileException {
        PagingProfile paging = new PagingProfile(
                node.text("pageParameter"),
                node.text("sizeParameter"),
                node.integer("firstPage"),
                node.pointerOr("totalPointer", null),
                node.pointerOr("totalPagesPointer", null),
                node.pointerOr("sizePointer", null));
        node.refuseOthers();
        return paging;
    }
}
