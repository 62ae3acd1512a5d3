/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Nesting;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.Set;

/** Reads the part of a profile that says how one dataset is read. */
final class ListingReader {
    private final ListingNeeds needs;
    private final Set<String> settings;
    private final ProfileNode common;

    /**
     * @param settings placeholders that its path and query may have
     * @param common what may hold {@code paging} and {@code itemsPointer} for listings that have none of their own
     */
    ListingReader(ListingNeeds needs, Set<String> settings, ProfileNode common) {
        this.settings = settings;
        this.needs = needs;
        this.common = common;
    }

    private ColumnReader columns() {
        return new ColumnReader(common.has("missing") ? common.texts("missing") : null);
    }

    /** Null after a mistake. */
    ListingProfile read(ProfileNode node) {
        node.at("path").allowPlaceholders(settings);
        node.at("query").allowPlaceholders(settings);
        ItemsProfile items = new ItemsReader(needs.fields(), needs.key(), Set.of(), columns())
                .read(node, common.text("itemsPointer"));
        ProfileNode paging = (node.has("paging") ? node : common).at("paging");
        Nesting nesting = new NestingReader(settings).read(node, items);
        return node.sound() && paging.sound()
                ? new ListingProfile(
                        node.text("path"), node.textMap("query"), PagingReader.read(paging), items, nesting)
                : null;
    }
}
