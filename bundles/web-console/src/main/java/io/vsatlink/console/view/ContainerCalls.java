/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Containers;
import io.vsatlink.api.duty.SettingDifference;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.parameters.Shown;
import java.util.List;
import java.util.Map;

/** Lists the containers that share the VSAT database. */
final class ContainerCalls implements Api {
    private final Ports ports;

    ContainerCalls(Ports ports) {
        this.ports = ports;
    }

    /**
     * A container.
     *
     * @param here whether it is this one
     * @param works whether its lease has not ended
     * @param clockOffset how far its clock is ahead of the database's, in milliseconds
     */
    private record OneShown(
            String name,
            boolean here,
            boolean works,
            String version,
            String since,
            String lastHeartbeat,
            long clockOffset,
            List<DutyShown> duties) {
        static OneShown of(Container container) {
            return new OneShown(
                    container.name(),
                    container.here(),
                    container.works(),
                    container.version(),
                    Shown.time(container.since()),
                    Shown.time(container.lastHeartbeat()),
                    container.clockOffset().toMillis(),
                    container.duties().stream()
                            .map(duty -> new DutyShown(duty.kind().name(), duty.subject()))
                            .toList());
        }
    }

    private record AllShown(List<OneShown> containers, List<SettingDifference> differences) {}

    private record DutyShown(String kind, String subject) {}

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /containers", this::containers);
    }

    private Object containers(Call call) throws Refusal {
        Containers containers = ports.containers();
        return new AllShown(containers.all().stream().map(OneShown::of).toList(), containers.differences());
    }
}
