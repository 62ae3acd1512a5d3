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

/** Reads items as a profile says. Immutable and thread-safe. */
public final class ItemReader {
    private final ItemsProfile profile;
    private final ItemPlan plan;

    /** Sets an item aside where one of its values can't be taken: what is stored must not lose anything. */
    public ItemReader(ItemsProfile profile) {
        this(profile, false);
    }

    /**
     * Takes of an item what can be taken, for who looks at it and stores nothing: a value that can't be is left out, a text
     * may be of any length, and a text that is an object or a list is its JSON. Sets an item aside only where it has no key.
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

    /** An empty tally of the columns that this reads. */
    public FieldTally tally() {
        return new FieldTally(plan.columns().size());
    }

    /** The columns, in the order in which they are tallied; null for one that the vendor has not. */
    public List<ColumnProfile> columns() {
        return plan.columns();
    }

    /**
     * Reads the value that the parser stands on; the parser then stands on its end.
     *
     * @param name the name that it stands under, null in an array
     * @param tally takes which fields it has
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
