package io.vsatlink.vendor.profile;

import java.util.Objects;

/**
 * How pages are asked for and what an answer tells of the whole.
 *
 * @param firstPage the number of the first page, 0 or 1
 * @param totalPointer to the number of rows in all; null where the vendor does not tell, else an answer must have it
 * @param totalPagesPointer to the number of pages; may be null, and may be missing in an answer
 * @param sizePointer to the page size that the server used, likewise
 */
public record PagingProfile(
        String pageParameter,
        String sizeParameter,
        int firstPage,
        String totalPointer,
        String totalPagesPointer,
        String sizePointer) {

    public PagingProfile {
        Objects.requireNonNull(pageParameter, "pageParameter");
        Objects.requireNonNull(sizeParameter, "sizeParameter");
    }
}
