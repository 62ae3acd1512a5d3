package io.vsatlink.kit.sync;

import io.vsatlink.api.text.Counted;

/**
 * What of a sync differs from listing to listing.
 *
 * @param row what one is called in a sentence, for instance {@code ticket}
 * @param mostPasses how often it is read at most
 * @param publishesMoved whether a listing that moved during every pass is published all the same, with nothing taken for gone:
 *     a lively one would never be otherwise
 */
public record SyncRules(String row, int mostPasses, boolean publishesMoved) {

    String counted(long count) {
        return Counted.of(count, row);
    }
}
