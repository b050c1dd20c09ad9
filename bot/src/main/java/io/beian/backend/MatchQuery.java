package io.beian.backend;

import java.util.List;
import java.util.Optional;

/**
 * What is asked for matching.
 *
 * @param province six-digit code
 * @param certType code of the sponsor's certificate
 * @param certNo as bureau records write it: type and number together find the sponsor
 * @param reference who asks, as the backend knows filers
 * @param proof last six characters of the filed person's certificate number
 */
public record MatchQuery(
        String province,
        String certType,
        String certNo,
        List<String> domains,
        String reference,
        Optional<String> proof) {

    @Override
    public String toString() {
        return "MatchQuery[" + province + "]";
    }
}
