/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import io.vsatlink.simulator.apigee.Gateway;
import io.vsatlink.simulator.apigee.GatewayPolicy;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import java.util.List;
import java.util.OptionalInt;

/** The JSON form of a new gateway policy. Omitted fields keep their values. */
record GatewayOrders(Gateway gateway) {
    private static final int A_MINUTE = 60;

    void follow(Fields body) {
        body.onlyKnown(List.of(
                "apiKeys",
                "routes",
                "rateStatus",
                "tokenStatus",
                "spikeArrest",
                "quota",
                "quotaSeconds",
                "exhaustSeconds"));
        GatewayPolicy now = gateway.policy();
        GatewayPolicy next = new GatewayPolicy(
                texts(body, "apiKeys", now.apiKeys()),
                texts(body, "routes", now.routes()),
                status(body, "rateStatus", now.rateStatus(), 429),
                status(body, "tokenStatus", now.tokenStatus(), 401));
        OptionalInt spikeArrest = body.number("spikeArrest", 0);
        OptionalInt quota = body.number("quota", 0);
        int quotaSeconds = body.number("quotaSeconds", 1).orElse(A_MINUTE);
        OptionalInt exhaust = body.number("exhaustSeconds", 0);
        // the complete input is valid, so the changes below can't fail half way
        gateway.replace(next);
        spikeArrest.ifPresent(gateway::arrestSpikes);
        quota.ifPresent(calls -> gateway.limit(calls, quotaSeconds));
        exhaust.ifPresent(gateway::exhaust);
    }

    private static List<String> texts(Fields body, String name, List<String> now) {
        List<String> given = body.texts(name);
        return given.isEmpty() ? now : given;
    }

    private static int status(Fields body, String name, int now, int usual) {
        int status = body.number(name, 0).orElse(now);
        if (status != usual && status != 500) {
            throw new BadInput("The field \"" + name + "\" must be " + usual + " or 500.");
        }
        return status;
    }
}
