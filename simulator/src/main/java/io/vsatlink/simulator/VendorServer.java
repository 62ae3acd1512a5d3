package io.vsatlink.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vsatlink.simulator.control.ControlApi;
import io.vsatlink.simulator.faults.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.CallLog;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.inventory.Inventory;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.network.Network;
import io.vsatlink.simulator.network.Sizes;
import io.vsatlink.simulator.provisioning.Accounts;
import io.vsatlink.simulator.provisioning.ProvisioningApi;
import io.vsatlink.simulator.provisioning.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The vendor's host: takes calls on loopback until it is closed. */
public final class VendorServer implements AutoCloseable {
    /** Delayed answers hold their thread; with eight pollers waiting, the control endpoint must still get one. */
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService pool;
    private final CallLog calls;
    private final FaultRules faults = new FaultRules();
    private final Handler vendor;
    private final Handler control;

    private VendorServer(Options options, Clock clock, HttpServer server) {
        this.server = server;
        Network network = Network.generate(options.seed(), Sizes.forCircuits(options.circuits()));
        Inventory inventory = new Inventory(options.seed(), network, clock);
        Accounts accounts = new Accounts(options.username(), options.password());
        Tokens tokens = new Tokens(clock, options.tokenLifetime());
        calls = new CallLog(clock, inventory.paths());
        vendor = new ProvisioningApi(accounts, tokens, inventory, options.maxPageSize());
        control = new ControlApi(inventory, calls, faults, accounts, tokens);
        pool = Executors.newFixedThreadPool(THREADS, daemons());
    }

    public static VendorServer start(Options options, Clock clock) throws IOException {
        // without it the kernel holds back the last small packet of an answer for 40 ms; read once by the JDK's server
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        VendorServer vendor = new VendorServer(options, clock, HttpServer.create(address, 0));
        vendor.server.createContext("/", vendor::handle);
        vendor.server.setExecutor(vendor.pool);
        vendor.server.start();
        return vendor;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(exchange);
        if (call.path().startsWith(ControlApi.ROOT)) {
            answer(call, control);
        } else {
            long started = System.nanoTime();
            try {
                answer(call, same -> faults.handle(same, vendor));
            } finally {
                calls.add(call, Duration.ofNanos(System.nanoTime() - started));
            }
        }
        call.finish();
    }

    private static void answer(Call call, Handler handler) throws IOException {
        try {
            handler.handle(call);
        } catch (BadInput e) {
            call.error(400, "bad_request", e.getMessage());
        } catch (RuntimeException e) {
            System.err.println("simulator: " + call.method() + " " + call.path() + " failed: " + e);
            if (call.status() != 0) {
                // too late for another status: drop the connection rather than end the answer as if it were whole
                throw new IOException(e);
            }
            call.error(500, "internal_error", "The simulator itself failed; see its standard error.");
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "vendor-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
