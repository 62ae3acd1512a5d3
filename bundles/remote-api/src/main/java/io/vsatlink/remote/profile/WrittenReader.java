package io.vsatlink.remote.profile;

import io.vsatlink.api.dataset.ColumnType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Reads how the vendor writes a value: a word, or an object that says more. */
final class WrittenReader {
    private static final String MEMBER = "written";

    private WrittenReader() {}

    static Written read(ProfileNode node, ColumnType type) throws ProfileException {
        if (!node.has(MEMBER)) {
            return new Written.Plainly();
        }
        return switch (type) {
            case TIME -> node.isObject(MEMBER) ? pattern(node.object(MEMBER)) : time(node);
            case INTEGER, DECIMAL -> number(node.object(MEMBER));
            case TEXT, BOOLEAN, OBJECTS -> throw node.refuse(node.at(MEMBER), "is for numbers and times only");
        };
    }

    private static Written time(ProfileNode node) throws ProfileException {
        return node.oneOf(
                MEMBER,
                Map.of(
                        "iso", new Written.Plainly(),
                        "epochSeconds", new Written.Epoch(false),
                        "epochMillis", new Written.Epoch(true)));
    }

    private static Written pattern(ProfileNode node) throws ProfileException {
        String pattern = node.text("pattern");
        ZoneId zone = node.has("zone") ? zone(node) : null;
        node.refuseOthers();
        try {
            return new Written.Pattern(pattern, DateTimeFormatter.ofPattern(pattern, Locale.ROOT), zone);
        } catch (IllegalArgumentException e) {
            throw node.refuse(node.at("pattern"), "can't be parsed: " + e.getMessage());
        }
    }

    private static ZoneId zone(ProfileNode node) throws ProfileException {
        try {
            return ZoneId.of(node.text("zone"));
        } catch (DateTimeException e) {
            throw node.refuse(node.at("zone"), "must be a time zone such as Europe/Brussels");
        }
    }

    private static Written number(ProfileNode node) throws ProfileException {
        String decimal = node.text("decimal");
        if (decimal.length() != 1) {
            throw node.refuse(node.at("decimal"), "must be one sign");
        }
        String grouping = node.has("grouping") ? node.rawText("grouping") : "";
        node.refuseOthers();
        return new Written.Digits(decimal.charAt(0), grouping);
    }
}
