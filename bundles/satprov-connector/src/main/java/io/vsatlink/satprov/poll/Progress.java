package io.vsatlink.satprov.poll;

/**
 * How far a poll is.
 *
 * @param pages pages processed
 * @param pagesTotal pages there are, 0 while unknown
 * @param items rows received
 */
record Progress(int pages, int pagesTotal, long items) {
    static final Progress NONE = new Progress(0, 0, 0);

    /** The page that is read now, for messages. */
    String at() {
        return "page " + (pages + 1) + (pagesTotal > 0 ? " of " + pagesTotal : "");
    }
}
