/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.tls.ThrowawayAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;

/** The main class: starts the vendor and prints its address. */
public final class Simulator {
    private Simulator() {}

    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(Options.usage());
            } else {
                run(options);
            }
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (BadInput e) {
            System.err.println(e.getMessage() + (e.getMessage().endsWith(".") ? "" : "."));
            System.exit(1);
        } catch (BindException e) {
            System.err.println("The port cannot be used: " + e.getMessage() + ".");
            System.exit(1);
        } catch (IOException | GeneralSecurityException e) {
            System.err.println("The simulator cannot start: " + e + ".");
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException, GeneralSecurityException {
        VendorServer server = VendorServer.start(options, Clock.systemUTC(), socket(options));
        if (options.portFile().isPresent()) {
            writeWhole(options.portFile().get(), server.port() + "\n");
        }
        // a name, because people use names in certificates and configurations; without TLS the address is sufficient
        String base = options.tls().isPresent() ? "https://localhost:" : "http://127.0.0.1:";
        System.out.println("simulator ready at " + base + server.port());
        if (options.exitWithParent()) {
            waitForEndOfInput();
            server.close();
            System.exit(0);
        }
    }

    private static ServerSocket socket(Options options) throws IOException, GeneralSecurityException {
        if (options.tls().isEmpty()) {
            return new ServerSocket();
        }
        Options.Tls tls = options.tls().get();
        ThrowawayAuthority authority = ThrowawayAuthority.make(Instant.now());
        if (tls.caFile().isPresent()) {
            writeWhole(tls.caFile().get(), authority.pem());
        }
        return authority.serverSocket(tls.certificate());
    }

    /** Writes the file atomically, so that a process that waits for it never reads an incomplete file. */
    private static void writeWhole(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        Files.writeString(beside, text);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void waitForEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("simulator: standard input failed, which also ends the simulator: " + e.getMessage());
        }
    }
}
