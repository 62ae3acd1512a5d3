package io.vsatlink.etms.command;

import io.vsatlink.etms.EtmsElement;
import io.vsatlink.etms.frontend.PollReport;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "poll", description = "Poll the tickets now, and wait")
public class PollCommand extends EtmsCommand {

    @Override
    protected void run(EtmsElement element) throws InterruptedException {
        Optional<PollReport> before = element.lastPoll();
        String sentence = element.poll();
        if (element.connection().client().isEmpty()) {
            throw new IllegalStateException(sentence);
        }
        while (element.lastPoll().equals(before)) {
            Thread.sleep(100);
            if (element.connection().client().isEmpty()) {
                throw new IllegalStateException(element.connection().reason());
            }
        }
        PollReport report = element.lastPoll().orElseThrow();
        if (!report.succeeded()) {
            throw new IllegalStateException(report.reason());
        }
        say(report.reason());
    }
}
