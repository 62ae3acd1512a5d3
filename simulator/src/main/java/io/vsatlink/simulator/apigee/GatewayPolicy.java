/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import java.util.List;

/**
 * What the gateway asks of a call and how it refuses. Immutable; the test bench may put another in its place.
 *
 * @param rateStatus 429 or 500: some installations say one, some the other
 * @param tokenStatus 401 or 500
 */
public record GatewayPolicy(List<String> apiKeys, List<String> routes, int rateStatus, int tokenStatus) {

    public GatewayPolicy {
        apiKeys = List.copyOf(apiKeys);
        routes = List.copyOf(routes);
    }

    public static GatewayPolicy usual(String apiKey, String route) {
        return new GatewayPolicy(
                List.of(apiKey), List.of(route), ApigeeFault.QUOTA.status(), ApigeeFault.TOKEN_EXPIRED.status());
    }

    int status(ApigeeFault fault) {
        return switch (fault) {
            case SPIKE_ARREST, QUOTA -> rateStatus;
            case TOKEN_EXPIRED, TOKEN_INVALID -> tokenStatus;
            default -> fault.status();
        };
    }
}
