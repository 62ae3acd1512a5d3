package io.vsatlink.vendor.check;

import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.item.FieldTally;
import io.vsatlink.vendor.item.Item;
import io.vsatlink.vendor.item.JsonKind;
import io.vsatlink.vendor.profile.ColumnProfile;
import io.vsatlink.vendor.profile.ListingProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a page showed of a listing.
 *
 * @param call what was asked, or the file that was read
 * @param failure why there is no page; empty where there is one
 * @param head null where there is none
 * @param columns as the profile has them, in the order in which they are tallied; null for one that the vendor lacks
 * @param setAside items that could not be taken
 */
public record ListingReport(
        String name,
        String call,
        String failure,
        PageHead head,
        ListingProfile listing,
        List<ColumnProfile> columns,
        FieldTally tally,
        List<Item.SetAside> setAside) {

    /** Whether the page came and all of its items could be taken. */
    public boolean good() {
        return failure.isEmpty() && setAside.isEmpty();
    }

    /** All of it, for a person. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(name + ": " + call));
        if (!failure.isEmpty()) {
            lines.add("  FAILED: " + failure);
        } else {
            lines.add("  200, " + rows());
            lines.addAll(table());
        }
        if (!setAside.isEmpty()) {
            lines.add("  Set aside: " + setAside.size() + " rows, for instance " + instance(setAside.get(0)));
        }
        if (!tally.unknown().isEmpty()) {
            lines.add("  Not used by the profile: " + unused());
        }
        for (String advice : new Advice(this).all()) {
            lines.add("  To do: " + advice);
        }
        return lines;
    }

    private String rows() {
        String total =
                head.totalItems() < 0 ? "the vendor does not say how many there are" : head.totalItems() + " in all";
        String next = head.next().isPresent() ? ", more follow" : "";
        return head.rows() + " rows seen, " + total + next;
    }

    private List<String> table() {
        List<String[]> cells = new ArrayList<>();
        cells.add(new String[] {"Column", "Place", "Found in", "As", "Example"});
        for (int i = 0; i < columns.size(); i++) {
            cells.add(row(i));
        }
        int[] widths = new int[4];
        cells.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row[i].length())));
        return cells.stream()
                .map(row -> ("  %-" + widths[0] + "s  %-" + widths[1] + "s  %-" + widths[2] + "s  %-" + widths[3]
                                + "s  %s")
                        .formatted((Object[]) row)
                        .stripTrailing())
                .toList();
    }

    private String[] row(int column) {
        ColumnProfile profile = columns.get(column);
        if (profile == null) {
            String field = listing.items().fields().get(column).name();
            return new String[] {field, "-", "-", "the vendor has none", ""};
        }
        int found = Arrays.stream(JsonKind.values())
                .mapToInt(kind -> tally.count(column, kind))
                .sum();
        String kinds = Arrays.stream(JsonKind.values())
                .filter(kind -> tally.count(column, kind) > 0)
                .map(JsonKind::words)
                .collect(Collectors.joining(", "));
        String example = Arrays.stream(JsonKind.values())
                .flatMap(kind -> tally.sample(column, kind).stream())
                .findFirst()
                .map(sample -> sample.replaceAll("\\s+", " "))
                .orElse("");
        return new String[] {profile.name(), profile.place(), found + " of " + tally.items(), kinds, example};
    }

    private String unused() {
        return new TreeMap<>(tally.unknown())
                .entrySet().stream()
                        .map(each -> "/%s (%d rows, for instance %s)"
                                .formatted(
                                        each.getKey(),
                                        each.getValue().items(),
                                        each.getValue().sample()))
                        .collect(Collectors.joining(", "));
    }

    private static String instance(Item.SetAside bad) {
        return (bad.key() == null ? "one" : bad.key()) + " (" + bad.reason() + ")";
    }
}
