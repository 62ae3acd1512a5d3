package io.vsatlink.simulator;

import io.vsatlink.simulator.control.ControlApi;
import io.vsatlink.simulator.faults.Fault;
import io.vsatlink.simulator.faults.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.CallLog;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.inventory.Churns;
import io.vsatlink.simulator.inventory.Inventory;
import io.vsatlink.simulator.network.Network;
import io.vsatlink.simulator.network.Sizes;
import io.vsatlink.simulator.provisioning.Accounts;
import io.vsatlink.simulator.provisioning.Pages;
import io.vsatlink.simulator.provisioning.ProvisioningApi;
import io.vsatlink.simulator.provisioning.Tokens;
import io.vsatlink.simulator.traffic.Latency;
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
import java.time.Duration;

/** The vendor's host: takes calls on loopback until it is closed. */
public final class VendorServer implements AutoCloseable {
    private final Quota quota;
    private final Latency latency;
    private final CallLog calls;
    private final FaultRules faults = new FaultRules();
    private final ProvisioningApi vendor;
    private final Handler control;
    private final SocketServer server;

    private VendorServer(Options options, Clock clock, ServerSocket socket) throws IOException {
        Options.Traffic traffic = options.traffic();
        quota = new Quota(traffic.quota(), traffic.saysRetryAfter(), System::nanoTime);
        latency = new Latency(traffic.latencyMillis(), traffic.jitterMillis());
        Network network = Network.generate(options.seed(), Sizes.forCircuits(options.circuits()));
        Inventory inventory = new Inventory(options.seed(), network, clock);
        Churns churns = new Churns(inventory.paths(), traffic.churn());
        Accounts accounts = new Accounts(options.username(), options.password());
        Tokens tokens = new Tokens(clock, options.tokenLifetime());
        calls = new CallLog(clock, inventory.paths());
        Pages pages = options.prerender() ? Pages.kept() : Pages.streamed();
        vendor = new ProvisioningApi(accounts, tokens, inventory, churns, pages, options.maxPageSize());
        control = new ControlApi(inventory, churns, calls, faults, accounts, tokens);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        server = SocketServer.start(socket, address, this::take);
    }

    /** @param socket not bound yet; what speaks TLS is a socket that does */
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
        long started = System.nanoTime();
        if (!quota.admits()) {
            return new Visit(call, 0, quota::refuse, same -> remember(same, started));
        }
        Fault fault = faults.choose(call);
        int wait = fault.delayMillis() + (vendor.isPage(call) ? latency.next() : 0);
        return new Visit(call, wait, same -> fault.strike(same, vendor), same -> remember(same, started));
    }

    private void remember(Call call, long started) {
        calls.add(call, Duration.ofNanos(System.nanoTime() - started));
    }

    @Override
    public void close() {
        server.close();
    }
}
