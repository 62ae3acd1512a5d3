/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.io.IOException;
import java.util.List;

/** Reads items as the profile describes them. Immutable and thread-safe. */
public final class ItemReader {
    private final ItemsProfile profile;
    private final ItemPlan plan;

    /** Rejects an item if any of its values cannot be stored without loss. */
    public ItemReader(ItemsProfile profile) {
        this(profile, false);
    }

    /**
     * A reader for checks, which store nothing: values that cannot be converted are left out, texts may have any
     * length, and an object or array in a text column becomes its JSON. Rejects an item only if it has no key.
     */
    public static ItemReader lenient(ItemsProfile profile) {
        return new ItemReader(profile, true);
    }

    private ItemReader(ItemsProfile profile, boolean lenient) {
        this.profile = profile;
        this.plan = new ItemPlan(profile, lenient);
    }

    public ItemsProfile profile() {
        return profile;
    }

    /** An empty tally for this reader's columns. */
    public FieldTally tally() {
        return new FieldTally(plan.columns().size());
    }

    /** The columns in the order of the tally; null for a column that the vendor does not have. */
    public List<ColumnProfile> columns() {
        return plan.columns();
    }

    /**
     * Reads the parser's current value; afterwards the parser is at its end.
     *
     * @param name the member's name; null in an array
     * @param tally counts the fields
     */
    public Item read(JsonParser parser, String name, FieldTally tally) throws IOException {
        tally.item();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            JsonKind kind = JsonKind.of(parser.currentToken());
            parser.skipChildren();
            return new RejectedRow(
                    null, Problem.of(null, "an item is " + (kind == null ? "null" : kind.words()) + ", not an object"));
        }
        ItemWalk walk = new ItemWalk(parser, plan, tally);
        walk.item();
        if (name != null) {
            walk.ownName(name);
        }
        return walk.end();
    }

    @Override
    public String toString() {
        return "ItemReader" + columns();
    }
}
