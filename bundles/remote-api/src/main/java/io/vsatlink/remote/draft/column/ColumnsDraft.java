/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Field.Kind;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.text.DraftText;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drafts the columns of one listing, with comments on what a person should check. Not thread-safe. */
public final class ColumnsDraft {
    /** Identifiers are not translated. */
    private static final Pattern NAMES = Pattern.compile("(Id|Number|Ip|Name)$");

    private static final int MOST_WORDS = 8;
    private static final int ROWS_PER_WORD = 3;
    private static final int MOST_SUGGESTIONS = 2;

    private final ListingNeeds needs;
    private final Fields fields;
    private final boolean saved;
    private final ParentColumns parents;
    private final KeyGuess keys;
    private final Field key;
    private final ColumnGuesses guesses;
    private final List<Field> named = new ArrayList<>();

    /** @param saved whether the fields come from the vendor's rows and not from a description */
    public ColumnsDraft(String listing, ListingNeeds needs, Fields fields, boolean saved, ParentColumns parents) {
        this.parents = parents;
        this.needs = needs;
        this.fields = fields;
        this.saved = saved;
        this.keys = KeyGuess.of(listing, needs, fields);
        this.key = keys.field().orElse(null);
        this.guesses = ColumnGuesses.of(listing, needs, fields, key);
        guesses.taken().values().forEach(guess -> named.add(guess.field()));
    }

    /** @param members whether the rows are the members of an object, whose names are the keys */
    public void write(boolean members, DraftText columns) {
        List<String> missing = new ArrayList<>();
        for (Column column : needs.fields()) {
            Guess guess = guesses.taken().get(column.name());
            if (column.name().equals(needs.key())) {
                key(members, guess, columns);
            } else if (guess != null) {
                columns.member(column.name(), guess.profile(), comment(guess));
            } else if (parents.of(column.name()).isPresent()) {
                columns.member(
                        column.name(), parents.of(column.name()).get(), "likely: of the item that the row is in");
            } else if (!suggested(column, columns)) {
                missing.add(column.name());
            }
        }
        if (!missing.isEmpty()) {
            columns.note("not found: " + String.join(", ", missing)
                    + "; give the pointer if the vendor has it by another name");
        }
        new Unused(fields, saved).lines(named).forEach(columns::note);
    }

    private void key(boolean members, Guess guess, DraftText columns) {
        if (members) {
            columns.member(
                    needs.key(),
                    JsonNodeFactory.instance.objectNode().put("itemName", true),
                    "likely: each row is a member with a name of its own");
            return;
        }
        if (guess == null) {
            columns.note("fill in " + DraftText.quoted(needs.key())
                    + ", the key: no place has another value in each row and a name like an id");
            return;
        }
        List<String> others = key == null
                ? List.of()
                : keys.others(key).stream().map(Field::place).toList();
        boolean alike = keys.like(guess.field()) >= Likeness.SAME_BUT_NOUN;
        String how = saved
                ? "another value in each of " + Counted.of(fields.rows(), "row")
                        + (alike || others.isEmpty() ? "" : ", as in " + String.join(", ", others))
                : "by its name";
        boolean sure = saved && alike && fields.rows() > 1;
        columns.member(needs.key(), guess.profile(), (sure ? "sure: " : alike ? "likely: " : "please check: ") + how);
    }

    private String comment(Guess guess) {
        String comment = guess.comment(fields.rows());
        String words = NAMES.matcher(guess.column().name()).find() ? "" : words(guess.field());
        String sure = saved ? comment : comment.replaceFirst("^sure", "likely");
        return words.isEmpty() ? sure : sure + (sure.contains(":") ? "; " : ": ") + words;
    }

    /** The texts of a short enumeration, which may need a translation table. */
    private String words(Field field) {
        boolean few = saved
                && field.kinds().equals(Set.of(Kind.TEXT))
                && field.values().size() > 1
                && field.values().size() <= MOST_WORDS
                && field.told() >= ROWS_PER_WORD * field.values().size();
        return few
                ? "its texts are "
                        + field.values().keySet().stream().map(Unused::shown).collect(Collectors.joining(", "))
                : "";
    }

    private boolean suggested(Column column, DraftText columns) {
        List<Guess> few = guesses.left().stream()
                .filter(guess -> guess.column().equals(column))
                .filter(guess -> guess.fit().fits() || !guess.fit().remark().isEmpty())
                .limit(MOST_SUGGESTIONS)
                .toList();
        few = few.isEmpty() && column.type() == ColumnType.TIME ? times(column) : few;
        for (Guess guess : few) {
            columns.note("please check: " + DraftText.quoted(column.name()) + ": "
                    + DraftText.inline(guess.profile()) + "? " + why(guess)
                    + new Unused(fields, saved).example(guess.field()));
            named.add(guess.field());
        }
        return !few.isEmpty();
    }

    private static String why(Guess guess) {
        String like = guess.likeness() == 0 ? "these are times" : "the names are somewhat alike";
        return like + (guess.fit().remark().isEmpty() ? "" : "; " + guess.fit().remark());
    }

    /** Fields with times, whatever their names. */
    private List<Guess> times(Column column) {
        return fields.all().stream()
                .filter(field -> !named.contains(field)
                        && field.isScalar()
                        && !field.values().isEmpty())
                .map(field -> new Guess(column, field, 0, Fit.of(ColumnType.TIME, field)))
                .filter(guess -> guess.fit().fits())
                .limit(MOST_SUGGESTIONS)
                .toList();
    }
}
