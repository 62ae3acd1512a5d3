/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rows in any order and returns them by key, in UTF-16 order. Not thread-safe. */
public final class RowSorter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RowSorter.class);

    private final String what;
    private final SortSpace space;
    private final RowBytes format;
    private final int keyIndex;
    private RowBuffer buffer;
    private Iterator<Keyed> inMemory = Collections.emptyIterator();
    private RunFile file;
    private RunMerge merge;

    /** @param what the name of what is sorted, for messages */
    public RowSorter(Listing listing, String what, SortSpace space) {
        this.what = what;
        this.space = space;
        this.format = new RowBytes(listing);
        this.keyIndex = listing.indexOf(listing.keyColumn().name());
        this.buffer = new RowBuffer(format, space.bytes());
    }

    /**
     * @param values those of a row, and its extra
     * @throws StoreException if the temporary file can't be written
     */
    public void add(Object[] values) {
        buffer.add(key(values), values);
        if (buffer.isFull()) {
            spill();
        }
    }

    /** The key among the values of a row. */
    public String key(Object[] values) {
        return (String) values[keyIndex];
    }

    /** To be called once, after the last row. */
    public void sort() {
        if (file == null) {
            inMemory = Arrays.asList(buffer.sorted()).iterator();
            return;
        }
        if (!buffer.isEmpty()) {
            spill();
        }
        buffer = null;
        try {
            merge = new RunMerge(file.runs(format, space.bytes()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void spill() {
        try {
            if (file == null) {
                file = new RunFile(space.folder());
            }
            for (Keyed row : buffer.sorted()) {
                buffer.write(row, file);
            }
            file.endRun();
        } catch (IOException e) {
            throw failed(e);
        }
        buffer.clear();
    }

    /** The next row; null after the last one. */
    public Row next() {
        if (merge == null) {
            return inMemory.hasNext() ? buffer.read(inMemory.next()) : null;
        }
        try {
            return merge.next();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StoreException failed(IOException e) {
        // the message of a FileSystemException begins with the file's path, and may contain nothing else
        String reason = e instanceof FileSystemException || e.getMessage() == null ? e.toString() : e.getMessage();
        return new StoreException(
                what + ": its rows cannot be sorted in the folder " + space.folder() + ": " + reason, e);
    }

    /** Deletes the temporary file. */
    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.debug("A temporary file in {} could not be closed", space.folder(), e);
            }
        }
    }
}
