package io.beian.sandbox.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is filed before the first order comes in.
 *
 * @param prefixes first character of the licence numbers of a province
 * @param published what the public query shows of them
 */
record Seeds(
        List<Sponsor> sponsors,
        List<Domain> domains,
        List<Capture> captures,
        Map<String, String> prefixes,
        List<PublicRecord.Unit> published) {

    /**
     * A sponsor.
     *
     * @param certType code of the certificate's type; any if it is absent
     * @param account whose account it is on, if on any; of sponsors of ours only
     * @param filed filed data by question path; of sponsors of ours only
     * @param openElsewhere whether it has an order at another provider
     */
    record Sponsor(
            @Nullable String certType,
            String certNo,
            String province,
            List<String> licences,
            @Nullable Boolean ours,
            @Nullable String account,
            @Nullable Map<String, String> filed,
            @Nullable Boolean blacklisted,
            @Nullable Boolean openElsewhere) {}

    /**
     * A filed domain.
     *
     * @param licence 网站备案号
     * @param access whether it is accessed through us
     */
    record Domain(
            String domain,
            String certNo,
            @Nullable String licence,
            @Nullable Boolean access,
            @Nullable Boolean blacklisted) {}

    /**
     * What was taken in the mini program.
     *
     * @param state {@code READY}, {@code USED} in another order, {@code EXPIRED}
     */
    record Capture(String code, String state, List<Picture> pictures) {}

    /** A picture of the phone's sample drawer, and what it was taken for. */
    record Picture(String slot, String file) {}

    static Seeds load() {
        try (InputStream in =
                Objects.requireNonNull(Seeds.class.getResourceAsStream("/sandbox/seeds.json"))) {
            return JsonMapper.shared().readValue(in, Seeds.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
