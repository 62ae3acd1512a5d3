package io.vsatlink.vendor.profile;

import java.util.List;
import java.util.Set;

/**
 * How the vendor says what went wrong. Codes decide before the HTTP status does: gateways send expired tokens as 500.
 *
 * @param codePointers places of the error code, the first that is there counts
 * @param messagePointers places of the text for people, likewise
 * @param tokenExpiredCodes a new login helps
 * @param lockedCodes the account is locked
 * @param refusedCodes the credentials are wrong: a new login would not help
 */
public record ErrorProfile(
        List<String> codePointers,
        List<String> messagePointers,
        Set<String> tokenExpiredCodes,
        Set<String> lockedCodes,
        Set<String> refusedCodes) {

    public ErrorProfile {
        codePointers = List.copyOf(codePointers);
        messagePointers = List.copyOf(messagePointers);
        tokenExpiredCodes = Set.copyOf(tokenExpiredCodes);
        lockedCodes = Set.copyOf(lockedCodes);
        refusedCodes = Set.copyOf(refusedCodes);
    }
}
