/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/**
 * The order of the members in the items. It is usually the same in all items of a response, so the reader compares the
 * bytes of the expected name and skips the lookup. Not thread-safe.
 */
final class FieldOrder {
    private static final int MOST = 64;

    private final FieldPlan root;
    private final SerializedString[] names = new SerializedString[MOST];
    private final FieldPlan[] plans = new FieldPlan[MOST];
    private int known;
    private int at;
    private FieldPlan plan;

    FieldOrder(FieldPlan root) {
        this.root = root;
    }

    /** Starts a new item. */
    void begin() {
        at = 0;
    }

    /** Moves the parser to the name of the next member; returns false at the end of the item. */
    boolean next(JsonParser parser) throws IOException {
        if (at < known && parser.nextFieldName(names[at])) {
            plan = plans[at++];
            return true;
        }
        JsonToken token = at < known ? parser.currentToken() : parser.nextToken();
        if (token != JsonToken.FIELD_NAME) {
            return false;
        }
        find(parser.currentName());
        return true;
    }

    /** The plan for the parser's current name, as {@link FieldPlan#member} of the root returns it. */
    FieldPlan plan() {
        return plan;
    }

    private void find(String name) {
        // this item may lack a member that the others have
        if (at + 1 < known && name.equals(names[at + 1].getValue())) {
            plan = plans[at + 1];
            at += 2;
            return;
        }
        plan = root.member(name);
        if (at == known && known < MOST) {
            names[known] = new SerializedString(name);
            plans[known++] = plan;
            at = known;
        }
    }
}
