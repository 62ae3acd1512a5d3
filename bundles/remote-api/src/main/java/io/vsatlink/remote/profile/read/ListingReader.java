/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.AnswerFormat;
import io.vsatlink.remote.profile.ChangesProfile;
import io.vsatlink.remote.profile.ItemsProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ListingRequest;
import io.vsatlink.remote.profile.Nesting;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.Set;

/** Reads the part of a profile that describes one listing. */
final class ListingReader {
    private final ListingNeeds needs;
    private final Set<String> settings;
    private final ProfileNode common;

    /**
     * @param settings the placeholders that its path and query may have
     * @param common the node that may have {@code paging} and {@code itemsPointer} for listings without their own
     */
    ListingReader(ListingNeeds needs, Set<String> settings, ProfileNode common) {
        this.settings = settings;
        this.needs = needs;
        this.common = common;
    }

    private ColumnReader columns() {
        return new ColumnReader(common.has("missing") ? common.texts("missing") : null);
    }

    /** Returns null after a mistake. */
    ListingProfile read(ProfileNode node) {
        ProfileNode paging = (node.has("paging") ? node : common).at("paging");
        RequestReader request = new RequestReader(node, settings);
        request.checkPlaceholders(paging.text("style"));
        FormatReader formats = new FormatReader(node);
        AnswerFormat format = formats.read();
        formats.checkRowsOnly(format, paging);
        String commonItems = FormatReader.rowsOnly(format) ? "" : common.text("itemsPointer");
        ItemsProfile items = new ItemsReader(needs.fields(), needs.key(), Set.of(), columns()).read(node, commonItems);
        Nesting nesting = new NestingReader(settings).read(node, items);
        if (!node.sound() || !paging.sound()) {
            return null;
        }
        PagingProfile pages = PagingReader.read(paging);
        ProfileNode changed = node.at("changes");
        ChangesProfile changes =
                node.has("changes") ? new ChangesReader(changed, needs).read(items, pages.position(), common) : null;
        ListingRequest asked = request.read(pages, changes == null ? null : changes.parameter());
        return node.sound() && paging.sound()
                ? new ListingProfile(asked, format, pages, items, nesting, changes, null)
                : null;
    }
}
