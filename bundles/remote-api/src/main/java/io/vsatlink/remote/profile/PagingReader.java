package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.PagingProfile.Style;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the part of a profile that says how pages are asked for. */
final class PagingReader {
    private static final Map<String, Style> STYLES = new LinkedHashMap<>();

    static {
        for (Style style : Style.values()) {
            STYLES.put(style.key(), style);
        }
    }

    private PagingReader() {}

    static PagingProfile read(ProfileNode node) throws ProfileException {
        Style style = node.oneOf("style", STYLES);
        PagingProfile paging = new PagingProfile(
                style,
                position(node, style),
                node.textOr("sizeParameter", null),
                style == Style.PAGE ? node.integer("firstPage") : 0,
                next(node, style),
                node.pointerOr("totalPointer", null),
                style == Style.PAGE ? node.pointerOr("totalPagesPointer", null) : null,
                node.pointerOr("sizePointer", null));
        node.refuseOthers();
        return paging;
    }

    private static String position(ProfileNode node, Style style) throws ProfileException {
        return switch (style) {
            case PAGE -> node.text("pageParameter");
            case OFFSET -> node.text("offsetParameter");
            case CURSOR -> node.text("cursorParameter");
            case NEXT -> null;
        };
    }

    /** A cursor stands in the body; a URL there, or in the header where no place is given. */
    private static String next(ProfileNode node, Style style) throws ProfileException {
        return switch (style) {
            case PAGE, OFFSET -> null;
            case CURSOR -> node.pointer("nextPointer");
            case NEXT -> node.pointerOr("nextPointer", null);
        };
    }
}
