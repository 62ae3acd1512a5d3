/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.recording.command;

import io.vsatlink.api.recording.CallRecording;
import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.text.Counted;
import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.command.ElementCompleter;
import io.vsatlink.parameters.command.Table;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.parameters.command.TypeCompleter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;

@Service
@Command(
        scope = "vsat",
        name = "calls",
        description = "Record the calls to a vendor for a time, and show the last ones; secrets are masked")
public class CallsCommand extends TerminalCommand {
    private static final int SHORT_ID = 8;

    @Option(name = "--element", description = "The element; required only if there are several")
    @Completion(ElementCompleter.class)
    private String element;

    @Option(name = "--type", description = "Satprov or Etms; required only if several elements have the same name")
    @Completion(TypeCompleter.class)
    private String type;

    @Option(name = "--record", description = "Record the calls for so long, for instance 10m; at most 1h")
    private String duration;

    @Option(name = "--stop", description = "End the recording; its calls are kept for an hour")
    private boolean stop;

    @Option(
            name = "--id",
            description = "Show the calls whose correlation id begins like this, with headers and bodies")
    private String id = "";

    @Option(name = "--last", description = "How many calls to show")
    private int last = 20;

    @Option(name = "--har", description = "Write the calls into a new file: an absolute path that ends in .har")
    private String har;

    @Reference(optional = true)
    private List<CallRecording> recordings;

    @Reference
    private BundleContext bundle;

    @Override
    protected void run() throws IOException {
        CallRecording recording = chosen();
        if (duration != null) {
            say(recording.record(duration));
        } else if (stop) {
            say(recording.stopRecording());
        } else if (har != null) {
            List<RecordedCall> calls = calls(recording);
            Path file = new NewHarFile(bundle::getProperty).write(har, out -> recording.writeHar(calls, out));
            say(Counted.of(calls.size(), "call") + " written to " + file);
        } else if (id.isEmpty()) {
            show(recording);
        } else {
            calls(recording).forEach(call -> sayLines(CallText.of(call)));
        }
    }

    /** Those that are asked for, of which there must be some. */
    private List<RecordedCall> calls(CallRecording recording) {
        List<RecordedCall> calls = recording.calls().stream()
                .filter(call -> call.correlationId().startsWith(id))
                .toList();
        if (calls.isEmpty()) {
            throw new IllegalStateException(
                    id.isEmpty() ? "no calls are recorded" : "no recorded call has a correlation id " + id);
        }
        return calls;
    }

    private void show(CallRecording recording) {
        List<RecordedCall> calls = recording.calls();
        Table table = new Table("Started", "Id")
                .numbers("Attempt")
                .column("Request")
                .numbers("Status")
                .numbers("ms")
                .column("Failure")
                .orElse("No calls are recorded.");
        for (RecordedCall call : calls.subList(Math.max(0, calls.size() - last), calls.size())) {
            table.row(
                    Shown.time(call.started()),
                    call.correlationId()
                            .substring(
                                    0, Math.min(SHORT_ID, call.correlationId().length())),
                    call.attempt(),
                    call.request().method() + " " + call.request().url(),
                    call.response()
                            .map(response -> String.valueOf(response.status()))
                            .orElse("-"),
                    call.waited().plus(call.received()).toMillis(),
                    call.failure());
        }
        table.print();
        say(recording
                .until()
                .map(until -> "Calls are recorded until " + Shown.time(until) + ".")
                .orElse("No calls are being recorded; --record 10m begins."));
    }

    private CallRecording chosen() {
        List<CallRecording> all = recordings == null ? List.of() : recordings;
        List<CallRecording> matching = all.stream()
                .filter(each -> (element == null || each.name().equals(element))
                        && (type == null || each.type().equalsIgnoreCase(type)))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        String names = all.stream()
                .map(each -> each.type() + " " + each.name())
                .sorted()
                .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there is no element; configure one first");
        }
        throw new IllegalArgumentException(
                (matching.isEmpty() ? "there is no such element; known: " : "choose one with --element or --type: ")
                        + names);
    }
}
