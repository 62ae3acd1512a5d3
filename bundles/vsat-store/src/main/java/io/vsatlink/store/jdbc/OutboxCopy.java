package io.vsatlink.store.jdbc;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy, beside the database, of the requests that are not over: what a damaged database cannot give back. A line for
 * each that was accepted, and one for each that is over. Thread-safe.
 */
final class OutboxCopy {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxCopy.class);
    private static final String ACCEPTED = "+";
    private static final String OVER = "-";
    private static final int COLUMNS = 10;

    private final Optional<Path> file;

    /** Bytes of the file that {@link #read} knows. */
    private long known;

    /** An accepted request. */
    record Kept(String key, String system, TicketRequest request, String ticketId, Instant createdAt) {
        static Kept of(OutboxEntry entry) {
            return new Kept(entry.key(), entry.system(), entry.request(), entry.ticketId(), entry.createdAt());
        }
    }

    /** @param file empty where the database is none of ours, and so is its backup */
    OutboxCopy(Optional<Path> file) {
        this.file = file;
    }

    /** Those that are not over, in the order of their acceptance. What a kill left half written was never accepted. */
    synchronized Collection<Kept> read() {
        Map<String, Kept> kept = new LinkedHashMap<>();
        if (file.isEmpty() || !Files.exists(file.get())) {
            return kept.values();
        }
        try {
            byte[] bytes = Files.readAllBytes(file.get());
            known = bytes.length;
            String text = new String(bytes, StandardCharsets.UTF_8);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> take(line, kept));
        } catch (IOException e) {
            LOG.warn("The copy of the outbox at {} cannot be read: {}", file.get(), e.toString());
        }
        return kept.values();
    }

    private void take(String line, Map<String, Kept> kept) {
        String[] columns = line.split("\t", -1);
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns[i].translateEscapes();
        }
        if (columns[0].equals(OVER) && columns.length == 2) {
            kept.remove(columns[1]);
        } else if (columns[0].equals(ACCEPTED) && columns.length == COLUMNS) {
            TicketRequest request = new TicketRequest(
                    RequestKind.valueOf(columns[3]), columns[4], columns[5], RequestFields.of(columns[9]), columns[6]);
            kept.put(columns[1], new Kept(columns[1], columns[2], request, columns[7], Instant.parse(columns[8])));
        } else {
            LOG.warn("The copy of the outbox has a line that is none");
        }
    }

    /** Writes anew what was read: of that, only these are not over. What was added meanwhile stays. */
    synchronized void replace(List<OutboxEntry> open) {
        if (file.isEmpty()) {
            return;
        }
        Path next = file.get().resolveSibling(file.get().getFileName() + ".part");
        String text = open.stream().map(entry -> line(Kept.of(entry))).collect(Collectors.joining());
        try {
            write(next, text + added(), true, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(next, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            failed(e);
        }
    }

    private String added() throws IOException {
        if (!Files.exists(file.orElseThrow())) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(file.get());
        int from = (int) Math.min(known, bytes.length);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    /** Safe on the disk when this returns. */
    void accepted(OutboxEntry entry) {
        append(line(Kept.of(entry)), true);
    }

    /** Where a crash of the machine loses the line, the platform is asked before the request is sent again. */
    void over(String key) {
        append(String.join("\t", OVER, key) + "\n", false);
    }

    private synchronized void append(String line, boolean force) {
        if (file.isPresent()) {
            try {
                write(file.get(), line, force, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                failed(e);
            }
        }
    }

    private static void write(Path file, String text, boolean force, StandardOpenOption... how) throws IOException {
        List<StandardOpenOption> options = new ArrayList<>(List.of(how));
        options.add(StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options.toArray(StandardOpenOption[]::new))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (force) {
                channel.force(false);
            }
        }
    }

    /** The database has the request all the same: only its copy is missing. */
    private void failed(IOException e) {
        LOG.warn("The copy of the outbox at {} cannot be written: {}", file.orElseThrow(), e.toString());
    }

    private static String line(Kept kept) {
        TicketRequest request = kept.request();
        return List.of(
                        ACCEPTED,
                        kept.key(),
                        kept.system(),
                        request.kind().name(),
                        request.reference(),
                        request.requestId(),
                        request.origin(),
                        kept.ticketId(),
                        kept.createdAt().toString(),
                        RequestFields.text(request.fields()))
                .stream()
                .map(OutboxCopy::escaped)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
