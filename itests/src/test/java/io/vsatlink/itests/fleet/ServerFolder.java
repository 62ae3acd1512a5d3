/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** The folder of a PostgreSQL server, which is copied while the server runs, and whose server can be killed. */
record ServerFolder(Path path) {
    /** Of the server that is copied, and what the copy gets by streaming. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_wal", "pg_replslot", "pg_dynshmem");

    EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(path)
                .setCleanDataDirectory(false)
                // what is killed are processes, not the machine
                .setServerConfig("fsync", "off")
                // off by default here, and what is confirmed could be lost
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("wal_keep_size", "1GB")
                .setServerConfig("log_line_prefix", "%m,%p,%a,")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        path.resolveSibling(path.getFileName() + ".log").toFile()))
                .start();
    }

    /** A copy that follows a server, between {@code pg_backup_start} and {@code pg_backup_stop} of that. */
    void copyTo(Path target) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(path.relativize(folder).toString());
                Files.createDirectory(copy);
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(folder));
                return leftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!leftOut(file)) {
                    copy(file, target.resolve(path.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        Files.createDirectories(target.resolve("pg_wal/archive_status"));
    }

    private boolean leftOut(Path file) {
        return file.getParent().equals(path)
                && LEFT_OUT.contains(file.getFileName().toString());
    }

    private static void copy(Path file, Path copy) {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (java.nio.file.NoSuchFileException e) {
            // the server has just removed it; its log says so
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void follow(int primary, String backupLabel) throws IOException {
        Files.writeString(path.resolve("backup_label"), backupLabel);
        Files.createFile(path.resolve("standby.signal"));
        Files.writeString(
                path.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary + " user=postgres'\n",
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** All its processes end at once, without a word to clients and without a checkpoint. */
    void kill(EmbeddedPostgres server) throws IOException {
        Path pid = path.resolve("postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .orElseThrow();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        Files.deleteIfExists(pid);
        server.close();
    }
}
