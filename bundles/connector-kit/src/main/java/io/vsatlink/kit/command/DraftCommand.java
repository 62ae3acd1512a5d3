/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.command;

import io.vsatlink.parameters.command.ElementCommand;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.remote.draft.ProfileDraft;
import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.file.ProfileInForce;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;

/**
 * Writes a first vendor profile out of saved responses and an OpenAPI document. No call is made, and no file is overwritten.
 *
 * @param <T> the kind of element
 */
public abstract class DraftCommand<T extends ProfiledElement> extends ElementCommand<T> {
    private static final String PROFILE = "vendor";

    /** How a draft marks what a person must look at. */
    private static final Pattern OPEN = Pattern.compile("please check: |fill in [\"f]");

    @Option(name = "--openapi", description = "A file with an OpenAPI 3 document in JSON")
    private String openApi;

    @Option(name = "--out", description = "The new profile in etc; default: print it")
    private String out;

    @Argument(
            name = "answers",
            description =
                    "Saved responses: listing=file, for instance circuits=/tmp/circuits.json; several of one listing are its pages",
            multiValued = true)
    private List<String> answers = new ArrayList<>();

    @Override
    protected final void run(T element) throws IOException {
        ProfileInForce profiles = element.profile();
        if (answers.isEmpty() && openApi == null) {
            throw new IllegalArgumentException(
                    "name saved responses, listing=file, or an OpenAPI document, or both; listings are "
                            + String.join(", ", profiles.needs().listings().keySet()));
        }
        List<SavedAnswer> saved = answers.stream().map(DraftCommand::answer).toList();
        OpenApi api = openApi == null ? null : OpenApi.of(openApi, SavedFile.read(openApi, "an OpenAPI document"));
        String name = out == null ? PROFILE : out.replaceAll("\\.json$", "");
        String draft = new ProfileDraft(profiles.needs()).of(name, saved, api);
        if (out == null) {
            sayLines(draft);
        } else {
            say(element.draft(out, draft) + " written");
        }
        report(profiles, out == null ? "the draft" : out, draft);
    }

    private static SavedAnswer answer(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    argument + " must be a listing and a file, for instance circuits=/tmp/circuits.json");
        }
        String file = argument.substring(equals + 1);
        return SavedAnswer.of(argument.substring(0, equals), file, SavedFile.read(file, "a saved response"));
    }

    /** What is left to do. */
    private static void report(ProfileInForce profiles, String name, String draft) {
        long open = draft.lines().filter(line -> OPEN.matcher(line).find()).count();
        say(open + " lines to look at: \"please check\" and \"fill in\"");
        try {
            VendorProfile unused = profiles.candidate(name, draft);
            say("It is accepted as a profile; test it with profile-check");
        } catch (ProfileException e) {
            say("Until these are filled in it is not accepted as a profile:");
            e.mistakes().forEach(TerminalCommand::say);
        }
    }
}
