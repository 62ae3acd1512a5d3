/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.control.ControlApi;
import io.vsatlink.simulator.control.EtmsControl;
import io.vsatlink.simulator.etms.EtmsParts;
import io.vsatlink.simulator.etms.EtmsPlatform;
import io.vsatlink.simulator.faults.rule.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.CallLog;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.inventory.Churns;
import io.vsatlink.simulator.inventory.Inventory;
import io.vsatlink.simulator.login.Tokens;
import io.vsatlink.simulator.network.Network;
import io.vsatlink.simulator.network.Sizes;
import io.vsatlink.simulator.provisioning.Accounts;
import io.vsatlink.simulator.provisioning.Pages;
import io.vsatlink.simulator.provisioning.ProvisioningApi;
import io.vsatlink.simulator.provisioning.ProvisioningPlatform;
import io.vsatlink.simulator.replay.HarReader;
import io.vsatlink.simulator.replay.ReplayPlatform;
import io.vsatlink.simulator.traffic.Latency;
import io.vsatlink.simulator.traffic.Platform;
import io.vsatlink.simulator.traffic.Quota;
import io.vsatlink.simulator.traffic.Visit;
import io.vsatlink.simulator.wire.Reply;
import io.vsatlink.simulator.wire.Request;
import io.vsatlink.simulator.wire.SocketServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;

/** The vendor's host with both systems. Accepts calls on loopback until it is closed. */
public final class VendorServer implements AutoCloseable {
    private final List<Platform> platforms;
    private final Handler control;
    private final SocketServer server;

    private VendorServer(Options options, Clock clock, ServerSocket socket) throws IOException {
        Network network = Network.generate(options.seed(), Sizes.forCircuits(options.circuits()));
        FaultRules faults = new FaultRules();
        EtmsParts etms = EtmsParts.make(options.etms(), options.seed(), network, clock);

        Inventory inventory = new Inventory(options.seed(), network, clock);
        Churns churns = new Churns(inventory.paths(), options.traffic().churn());
        Accounts accounts = new Accounts(options.username(), options.password());
        Tokens tokens = new Tokens(clock, options.tokenLifetime());
        CallLog calls = new CallLog(clock, inventory.paths());
        Pages pages = options.prerender() ? Pages.kept() : Pages.streamed();
        ProvisioningApi provisioning =
                new ProvisioningApi(accounts, tokens, inventory, churns, pages, options.maxPageSize());

        platforms = options.replay().isPresent()
                ? List.of(new ReplayPlatform(HarReader.read(options.replay().get()), faults))
                : List.of(
                        new EtmsPlatform(etms, faults, options.etms()),
                        new ProvisioningPlatform(
                                provisioning, quota(options.traffic()), latency(options.traffic()), faults, calls));
        control = new ControlApi(inventory, churns, calls, faults, accounts, tokens, new EtmsControl(etms));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        server = SocketServer.start(socket, address, this::take);
    }

    private static Quota quota(Options.Traffic traffic) {
        return new Quota(traffic.quota(), traffic.saysRetryAfter(), System::nanoTime);
    }

    private static Latency latency(Options.Traffic traffic) {
        return new Latency(traffic.latencyMillis(), traffic.jitterMillis());
    }

    /** @param socket an unbound socket; for TLS, one that supports it */
    public static VendorServer start(Options options, Clock clock, ServerSocket socket) throws IOException {
        return new VendorServer(options, clock, socket);
    }

    public int port() {
        return server.port();
    }

    private Reply take(Request request) {
        Call call = new Call(request);
        if (call.path().startsWith(ControlApi.ROOT)) {
            return new Visit(call, 0, control, same -> {});
        }
        return platforms.stream()
                .filter(platform -> platform.serves(call))
                .findFirst()
                .orElseThrow()
                .take(call);
    }

    @Override
    public void close() {
        server.close();
    }
}
