package io.vsatlink.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/** The program: starts the vendor and says where it is. */
public final class Simulator {
    private Simulator() {}

    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(Options.USAGE);
            } else {
                run(options);
            }
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (BindException e) {
            System.err.println("The port cannot be used: " + e.getMessage() + ".");
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The simulator cannot start: " + e + ".");
            System.exit(1);
        }
    }

    private static void run(Options options) throws IOException {
        VendorServer server = VendorServer.start(options, Clock.systemUTC());
        if (options.portFile().isPresent()) {
            writePort(options.portFile().get(), server.port());
        }
        System.out.println("simulator ready at http://127.0.0.1:" + server.port());
        if (options.exitWithParent()) {
            waitForEndOfInput();
            server.close();
            System.exit(0);
        }
    }

    /** Whoever waits for the file must never read half a number. */
    private static void writePort(Path file, int port) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        Files.writeString(beside, port + "\n");
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void waitForEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("simulator: standard input broke, which ends it too: " + e.getMessage());
        }
    }
}
