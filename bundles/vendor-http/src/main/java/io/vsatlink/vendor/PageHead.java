package io.vsatlink.vendor;

/**
 * What a page told beside its rows.
 *
 * @param page its number, as asked for
 * @param pageSize as the server says it used, else as asked for
 * @param totalItems rows in all, -1 where the vendor did not tell
 * @param totalPages pages in all, -1 likewise
 * @param rows how many this page had
 * @param bytes of the decoded body
 */
public record PageHead(int page, int pageSize, long totalItems, int totalPages, int rows, long bytes) {}
