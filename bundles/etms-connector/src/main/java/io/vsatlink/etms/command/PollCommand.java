/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.frontend.PollReport;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "poll", description = "Poll the tickets now, and wait")
public class PollCommand extends EtmsCommand {

    @Override
    protected void run(EtmsElement element) throws InterruptedException {
        Optional<PollReport> before = element.mirrored().lastPoll();
        String sentence = element.poll();
        if (!element.elsewhere().isEmpty()) {
            say(sentence);
            return;
        }
        if (element.gate().client().isEmpty()) {
            throw new IllegalStateException(sentence);
        }
        while (element.mirrored().lastPoll().equals(before)) {
            Thread.sleep(100);
            if (element.gate().client().isEmpty()) {
                throw new IllegalStateException(element.gate().connection().reason());
            }
        }
        PollReport report = element.mirrored().lastPoll().orElseThrow();
        if (!report.succeeded()) {
            throw new IllegalStateException(report.reason());
        }
        say(report.reason());
    }
}
