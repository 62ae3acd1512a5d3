package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.Set;

/** Reads the part of a profile that says how one dataset is read. */
final class ListingReader {
    private final ListingNeeds needs;
    private final Set<String> settings;
    private final PagingProfile commonPaging;
    private final String commonItems;

    /**
     * @param settings placeholders that its path and query may have
     * @param commonPaging what holds where the listing has none of its own; null where there is no such
     * @param commonItems likewise
     */
    ListingReader(ListingNeeds needs, Set<String> settings, PagingProfile commonPaging, String commonItems) {
        this.settings = settings;
        this.needs = needs;
        this.commonPaging = commonPaging;
        this.commonItems = commonItems;
    }

    ListingProfile read(ProfileNode node) throws ProfileException {
        ItemsReader items = new ItemsReader(needs.fields(), needs.key(), Set.of());
        ListingProfile listing = new ListingProfile(
                node.path("path", settings),
                node.textMap("query", settings),
                commonPaging == null || node.has("paging") ? PagingReader.read(node.object("paging")) : commonPaging,
                items.read(node, commonItems));
        node.refuseOthers();
        return listing;
    }
}
