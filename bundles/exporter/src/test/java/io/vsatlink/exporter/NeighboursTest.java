/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
    @TempDir
    private Path directory;

    @Test
    void aDirectoryThatIsBeingWrittenIsNobodyElsesUntilItIsReleased() throws IOException {
        Neighbours neighbours = new Neighbours(name -> Optional.empty());
        Neighbours.Taken taken = neighbours.take(directory, "uat");
        assertThatThrownBy(() -> neighbours.take(directory, "production"))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(
                        directory + ": the element uat already exports to this directory; each element needs its own");
        taken.release();
        neighbours.take(directory, "production").release();
    }
}
