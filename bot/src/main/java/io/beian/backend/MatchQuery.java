package io.beian.backend;

import java.util.Optional;

/**
 * What is asked for matching.
 *
 * @param province six-digit code
 * @param certType code of the sponsor's certificate
 * @param reference who asks, as the backend knows filers
 * @param proof last six characters of the filed person's certificate number
 */
public record MatchQuery(
        String province,
        String certType,
        String certNo,
        String domain,
        String reference,
        Optional<String> proof) {

    @Override
    public String toString() {
        return "MatchQuery[" + province + "]";
    }
}
