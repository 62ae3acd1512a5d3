/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.dataset.Dataset.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.api.event.Topics;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

/** Login and polls against the simulator, on a store in memory; the worker runs when the test says so. */
class PollingTest extends PollingElement {
    @Test
    void pollsWhatIsDueOnceAndTellsWhenItFallsIdle() {
        gate.start();
        queue.pollDue();
        assertThat(queue.status()).allMatch(row -> row.status() == PollStatus.QUEUED);
        runAll();

        assertThat(queue.status()).allMatch(row -> row.status() == PollStatus.SUCCEEDED);
        DatasetStatus circuits = row(CIRCUITS);
        assertThat(circuits.reason())
                .isEqualTo("2 pages, 300 rows: 300 added, 0 changed, 0 removed;"
                        + " new, and kept as extra: portalNote, riskScore, tags");
        assertThat(circuits.totalItems()).isEqualTo(300);
        assertThat(circuits.pagesTotal()).isEqualTo(2);
        assertThat(circuits.nextPoll()).isEqualTo(circuits.lastAttempt().plus(Duration.ofDays(1)));
        assertThat(events).extracting(Event::getTopic).hasSize(9).endsWith(Topics.POLL_COMPLETED);

        queue.pollDue();
        assertThat(work).isEmpty();
    }

    @Test
    void anUnchangedPollChangesNothingAndAChangedOneOnlyThat() throws Exception {
        pollAll();
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(current(CUSTOMERS)).extracting("added", "changed", "removed").containsExactly(0L, 0L, 0L);

        JsonNode done = JSON.readTree(vendor.post("rows/circuits", "{\"add\":2,\"change\":3,\"remove\":1}"));
        queue.poll(CIRCUITS);
        runAll();
        assertThat(current(CIRCUITS)).extracting("added", "changed", "removed").containsExactly(2L, 3L, 1L);
        String gone = done.get("removed").get(0).asText();
        try (var snapshot = store.snapshot("uat")) {
            assertThat(snapshot.row(CIRCUITS, gone)).isEmpty();
        }
    }

    @Test
    void aFailedPollKeepsTheDataAndSaysOnWhichPage() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"page\":2,\"status\":503,\"body\":\"down\"}]");
        vendor.post("rows/circuits", "{\"change\":100}");
        queue.poll(CIRCUITS);
        runAll();

        DatasetStatus row = row(CIRCUITS);
        assertThat(row.status()).isEqualTo(PollStatus.FAILED);
        assertThat(row.reason())
                .startsWith("page 2 of 2: HTTP 503 from satellite-provisioning")
                .contains("correlation", ", 10 attempts")
                .contains("; showing data of ");
        assertThat(current(CIRCUITS).number()).isEqualTo(1);
        assertThat(row.lastOutcome()).isEqualTo(PollOutcome.FAILED);
        assertThat(row.totalItems()).isEqualTo(300);
    }

    @Test
    void aFailedPollIsMadeAgainLongBeforeItsIntervalIsOver() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"status\":503}]");
        queue.poll(CIRCUITS);
        runAll();
        queue.pollDue();
        assertThat(work).isEmpty();
        assertThat(untilNextPoll(CIRCUITS)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));

        pass(Duration.ofMinutes(5));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.FAILED);
        assertThat(untilNextPoll(CIRCUITS)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(untilNextPoll(CUSTOMERS)).isGreaterThan(Duration.ofHours(23));

        PollQueue restarted = element("secret", true);
        restarted.recall();
        queue = restarted;
        assertThat(untilNextPoll(CIRCUITS)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        vendor.post("faults", "[]");
        gate.start();
        pass(Duration.ofMinutes(15));
        queue.pollDue();
        runAll();
        assertThat(row(CIRCUITS).status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(untilNextPoll(CIRCUITS)).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aPollThatAPersonCancelledIsNotMadeAgainBeforeItsInterval() {
        pollAll();
        queue.poll(CIRCUITS);
        vendor.post("faults", "[{\"path\":\"circuits\",\"page\":2,\"delayMillis\":5000}]");
        Thread cancels = new Thread(() -> {
            while (row(CIRCUITS).pagesProcessed() == 0 || row(CIRCUITS).status() != PollStatus.POLLING) {
                Thread.onSpinWait();
            }
            queue.cancel();
        });
        cancels.start();
        runAll();
        assertThat(row(CIRCUITS).lastOutcome()).isEqualTo(PollOutcome.CANCELLED);
        assertThat(untilNextPoll(CIRCUITS)).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aPartOfWhatTheVendorReportsFailsThePoll() {
        pollAll();
        vendor.post("rows/circuits", "{\"remove\":1}");
        vendor.post(
                "faults",
                "[{\"path\":\"circuits\",\"page\":2,\"status\":200,\"body\":"
                        + "\"{\\\"page\\\":2,\\\"pageSize\\\":250,\\\"totalItems\\\":299,\\\"totalPages\\\":2,"
                        + "\\\"items\\\":[]}\"}]");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).reason())
                .startsWith("the vendor reports 299 rows but lists 250, in 5 passes; showing data of ");
        assertThat(current(CIRCUITS).number()).isEqualTo(1);
    }

    @Test
    void aPageThatIsNotThereFailsThePollAndIsNamed() {
        pollAll();
        vendor.post("faults", "[{\"path\":\"circuits\",\"page\":2,\"status\":404}]");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).reason())
                .startsWith("1 expected page returned HTTP 404, in 5 passes: 250 rows received,"
                        + " 0 of them repeated, and the vendor reports 300; showing data of ");
        assertThat(current(CIRCUITS).number()).isEqualTo(1);
    }

    @Test
    void anEmptyAnswerEmptiesADatasetOnlyWhereAPersonAcceptsIt() {
        pollAll();
        vendor.post(
                "faults",
                "[{\"path\":\"customers\",\"status\":200,\"body\":\"{\\\"totalItems\\\":0,\\\"items\\\":[]}\"}]");
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(row(CUSTOMERS).status()).isEqualTo(PollStatus.HELD);
        assertThat(row(CUSTOMERS).reason()).startsWith("all 6 rows would be removed; nothing is published until");
        assertThat(current(CUSTOMERS).rows()).isEqualTo(6);

        CompletableFuture<PollRecord> accepted = queue.acceptHeld(CUSTOMERS);
        runAll();
        assertThat(accepted).isCompleted();
        assertThat(row(CUSTOMERS).status()).isEqualTo(PollStatus.SUCCEEDED);
        assertThat(row(CUSTOMERS).reason()).isEqualTo("accepted: 0 added, 0 changed, 6 removed");
        assertThat(current(CUSTOMERS).rows()).isZero();
    }

    @Test
    void aKeyThatIsNotUniqueFailsThePollAndIsNamed() throws Exception {
        pollAll();
        List<String> rows = new ArrayList<>(vendor.truth("customers").toList());
        ObjectNode another = (ObjectNode) JSON.readTree(rows.get(0));
        String key = another.get("customerNumber").asText();
        rows.add(another.put("customerName", "another with its number").toString());
        String page = "{\"totalItems\":" + rows.size() + ",\"items\":[" + String.join(",", rows) + "]}";
        vendor.post(
                "faults", "[{\"path\":\"customers\",\"status\":200,\"body\":" + JSON.writeValueAsString(page) + "}]");
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(row(CUSTOMERS).reason())
                .startsWith("customerNumber (/customerNumber) is not unique: " + key
                        + " is the key of 2 rows, which differ in customerName, in 5 passes: 7 rows received, 1 of them"
                        + " repeated, and the vendor reports 7; showing data of ");
        assertThat(current(CUSTOMERS).number()).isEqualTo(1);
    }

    @Test
    void aBadRowIsSetAsideAndKeepsItsOldVersion() {
        pollAll();
        String key = anyKey();
        vendor.post("rows/circuits", "{\"set\":{\"" + key + "\":{\"serviceTier\":\"three\"}}}");
        queue.poll(CIRCUITS);
        runAll();
        assertThat(row(CIRCUITS).reason())
                .isEqualTo("2 pages, 300 rows: 0 added, 0 changed, 0 removed; 1 row set aside, for instance " + key
                        + " (serviceTier: \"three\" is not a whole number)");
        assertThat(current(CIRCUITS).rows()).isEqualTo(300);
    }

    @Test
    void aRowWithoutAReadableKeyMakesThePollRemoveNothing() throws Exception {
        pollAll();
        List<String> rows = new ArrayList<>(vendor.truth("customers").toList());
        rows.set(0, "{\"customerName\":\"without a key\"}");
        String page = "{\"totalItems\":" + rows.size() + ",\"items\":[" + String.join(",", rows) + "]}";
        vendor.post(
                "faults", "[{\"path\":\"customers\",\"status\":200,\"body\":" + JSON.writeValueAsString(page) + "}]");
        queue.poll(CUSTOMERS);
        runAll();
        assertThat(row(CUSTOMERS).reason()).contains("0 removed; 1 row set aside, for instance one (customerNumber");
        assertThat(current(CUSTOMERS).rows()).isEqualTo(6);
    }

    @Test
    void schedulesSurviveARestart() {
        pollAll();
        PollQueue restarted = element("secret", true);
        restarted.recall();
        restarted.pollDue();
        assertThat(work).isEmpty();
        assertThat(restarted.status()).allMatch(row -> row.status() == PollStatus.SUCCEEDED);
    }

    @Test
    void aDisabledDatasetIsPolledOnlyWhenAskedFor() {
        queue = element("secret", false);
        gate.start();
        queue.pollDue();
        assertThat(work).isEmpty();
        assertThat(queue.poll(CUSTOMERS)).isTrue();
        assertThat(queue.poll(CUSTOMERS)).isFalse();
        runAll();
        assertThat(row(CUSTOMERS).status()).isEqualTo(PollStatus.DISABLED);
        assertThat(row(CUSTOMERS).totalItems()).isEqualTo(6);
    }

    @Test
    void cancelEmptiesTheQueue() {
        gate.start();
        queue.pollDue();
        assertThat(queue.cancel()).isEqualTo(8);
        runAll();
        assertThat(queue.status()).allMatch(row -> row.status() == PollStatus.NOT_POLLED);
        assertThat(events).isEmpty();
    }
}
