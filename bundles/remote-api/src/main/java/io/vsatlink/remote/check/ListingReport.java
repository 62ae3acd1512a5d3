/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.JsonKind;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the pages that were read showed about a listing. */
public final class ListingReport {
    /** Further kinds of problem are combined: with so many, the list is probably the wrong one. */
    private static final int MOST_KINDS = 20;

    private final String name;
    private final String call;
    private final Findings findings;
    private final ListingProfile listing;
    private final List<ColumnProfile> columns;
    private final FieldTally tally;
    private final List<SetAsideKind> setAside;
    private final List<String> proposals;
    private final HeaderAdvice headers;
    private final ListingWalk walk;
    private final UnaryOperator<String> masked;

    /**
     * @param call the request, or the file
     * @param walk null if no page was read
     * @param masked hides our secrets, which a vendor may repeat in its rows
     */
    ListingReport(
            String name,
            String call,
            Findings findings,
            ListingProfile listing,
            Sample sample,
            ListingWalk walk,
            UnaryOperator<String> masked) {
        this.name = name;
        this.call = call;
        this.findings = findings;
        this.listing = listing;
        this.columns = sample.columns();
        this.tally = sample.tally();
        this.setAside = SetAsideKind.of(sample.setAside());
        this.proposals = sample.proposals().lines();
        this.headers = new HeaderAdvice(listing.paging(), sample.heading());
        this.walk = walk;
        this.masked = masked;
    }

    /** Whether a poll would succeed. */
    public boolean good() {
        return findings.failure().isEmpty() && findings.mistakes().isEmpty() && setAside.isEmpty();
    }

    /** The profile's columns in the order of the tally; null for one that the vendor does not have. */
    List<ColumnProfile> columns() {
        return columns;
    }

    ListingProfile listing() {
        return listing;
    }

    FieldTally tally() {
        return tally;
    }

    List<SetAsideKind> setAside() {
        return setAside;
    }

    String failure() {
        return findings.failure();
    }

    /** The whole report, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(name + ": " + call));
        if (!findings.failure().isEmpty()) {
            lines.add("  FAILED: " + findings.failure());
        }
        if (tally.items() > 0 || findings.failure().isEmpty()) {
            lines.add("  200, " + rows());
            lines.addAll(table());
        }
        findings.mistakes().forEach(mistake -> lines.add("  FAILED: " + mistake));
        findings.notes().forEach(note -> lines.add("  Note: " + note));
        setAside.stream().limit(MOST_KINDS).forEach(kind -> lines.add("  Set aside: " + kind.sentence()));
        if (setAside.size() > MOST_KINDS) {
            lines.add("  Set aside: rows for " + (setAside.size() - MOST_KINDS) + " other reasons");
        }
        if (!tally.unknown().isEmpty()) {
            lines.add("  Not used by the profile: " + unused());
        }
        for (String advice : new Advice(this).all()) {
            lines.add("  To do: " + advice);
        }
        headers.all().forEach(advice -> lines.add("  To do: " + advice));
        proposals.forEach(proposal -> lines.add("  Proposal: " + proposal));
        return lines.stream().map(masked).toList();
    }

    private String rows() {
        String total = walk == null || walk.total() < 0 ? "the profile names no total" : walk.total() + " in all";
        int pages = walk == null ? 0 : walk.cameSoFar();
        String read = pages > 1 ? ", " + pages + " pages" : "";
        return Counted.of(tally.items(), "row") + " seen, " + total + read + (findings.more() ? ", more follow" : "");
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
            return new String[] {field, "-", "-", "not provided", ""};
        }
        String kinds = Arrays.stream(JsonKind.values())
                .filter(kind -> tally.count(column, kind) > 0)
                .map(JsonKind::words)
                .collect(Collectors.joining(", "));
        String example = Arrays.stream(JsonKind.values())
                .flatMap(kind -> tally.sample(column, kind).stream())
                .findFirst()
                .map(sample -> sample.replaceAll("\\s+", " "))
                .orElse("");
        return new String[] {profile.name(), profile.place(), found(column) + " of " + tally.items(), kinds, example};
    }

    /** The number of rows in which the column has a value. */
    int found(int column) {
        return Arrays.stream(JsonKind.values())
                .mapToInt(kind -> tally.count(column, kind))
                .sum();
    }

    private String unused() {
        return new TreeMap<>(tally.unknown())
                .entrySet().stream()
                        .map(each -> "/%s (%s, for instance %s)"
                                .formatted(
                                        each.getKey(),
                                        Counted.of(each.getValue().items(), "row"),
                                        each.getValue().sample()))
                        .collect(Collectors.joining(", "));
    }
}
