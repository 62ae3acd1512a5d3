package io.vsatlink.exporter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that is held open: what is written goes there, whatever takes its place in the tree meanwhile. Where the
 * platform has no handles for directories (Windows), it is found by its real path each time.
 */
public final class OpenDirectory implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDirectory.class);
    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    /** What is being written is nobody's but ours. */
    private static final FileAttribute<?> OF_THE_OWNER = Readers.attribute(Readers.OWNER.ofFiles());

    private final Path path;
    private final DirectoryStream<Path> stream;
    /** The same stream, null where the platform has no handles. */
    private final SecureDirectoryStream<Path> handle;

    private OpenDirectory(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
        this.handle = stream instanceof SecureDirectoryStream<Path> secure ? secure : null;
    }

    /** @param real a real path */
    @SuppressWarnings("StreamResourceLeak") // it is closed with this
    static OpenDirectory at(Path real) throws IOException {
        return new OpenDirectory(real, Files.newDirectoryStream(real));
    }

    /** For platforms without handles. */
    static OpenDirectory withoutHandle(Path real) {
        return new OpenDirectory(real, null);
    }

    /**
     * Steps down from a directory, following no link, so that the end is below it for certain.
     *
     * @param real a real path that begins with {@code top}'s
     */
    static OpenDirectory below(Path top, Path real) throws IOException {
        OpenDirectory current = at(top);
        for (Path name : top.relativize(real)) {
            if (!name.toString().isEmpty()) {
                try (OpenDirectory parent = current) {
                    current = parent.child(name);
                }
            }
        }
        return current;
    }

    private OpenDirectory child(Path name) throws IOException {
        Path child = path.resolve(name);
        return handle == null
                ? at(child)
                : new OpenDirectory(child, handle.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    /** Where it was when it was opened. */
    public Path path() {
        return path;
    }

    /** Whether it still is what is found under its real path. Always so where the platform has no handles. */
    boolean isInPlace() throws IOException {
        return handle == null
                || (path.toRealPath().equals(path)
                        && Files.readAttributes(path, BasicFileAttributes.class)
                                .fileKey()
                                .equals(handle.getFileAttributeView(BasicFileAttributeView.class)
                                        .readAttributes()
                                        .fileKey()));
    }

    /** Creates a file that only its owner may read; following no link, and refusing where the name is taken. */
    FileChannel create(String name) throws IOException {
        return handle == null
                ? FileChannel.open(path.resolve(name), NEW_FILE)
                : (FileChannel) handle.newByteChannel(Path.of(name), NEW_FILE, OF_THE_OWNER);
    }

    /**
     * Says who may use what is in it, whatever the umask of the process is.
     *
     * @return whether that is so now; not where the platform or the file system has no permissions
     */
    boolean permit(String name, Set<PosixFilePermission> permissions) throws IOException {
        if (handle == null) {
            return false;
        }
        PosixFileAttributeView view =
                handle.getFileAttributeView(Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (!view.readAttributes().permissions().equals(permissions)) {
            try {
                view.setPermissions(permissions);
            } catch (FileSystemException e) {
                LOG.debug("{} has no permissions", path, e);
            }
        }
        return view.readAttributes().permissions().equals(permissions);
    }

    /** Renames in one step. What had the new name is replaced; a link is replaced itself, not what it points to. */
    void rename(String from, String to) throws IOException {
        if (handle == null) {
            Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        } else {
            handle.move(Path.of(from), handle, Path.of(to));
        }
    }

    void delete(String name) throws IOException {
        if (handle == null) {
            Files.delete(path.resolve(name));
        } else {
            handle.deleteFile(Path.of(name));
        }
    }

    /** The names of all that is in it, directories left out. */
    List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                handle == null ? Files.newDirectoryStream(path) : handle.newDirectoryStream(Path.of("."))) {
            for (Path entry : entries) {
                if (!Files.isDirectory(path.resolve(entry.getFileName()), LinkOption.NOFOLLOW_LINKS)) {
                    names.add(entry.getFileName().toString());
                }
            }
        }
        return names;
    }

    /** Brings the names to the disk. */
    void force() throws IOException {
        if (handle != null) {
            try (FileChannel names =
                    (FileChannel) handle.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ))) {
                names.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
