package io.beian.filing;

import io.beian.form.Facts;
import io.beian.form.Key;
import io.beian.form.Kind;
import io.beian.value.Checked;
import java.util.List;
import java.util.function.Function;

/** The stable names of the answers of a filing; they are field names at the backend as well. */
public final class Keys {

    public static final Key<String> CONSENT = Key.text("consent");
    public static final Key<String> PROVINCE = Key.text("sponsor.province");
    public static final Key<String> NATURE = Key.text("sponsor.nature");
    public static final Key<String> CERT_TYPE = Key.text("sponsor.certType");
    public static final Key<String> CERT_NO = Key.text("sponsor.certNo");
    public static final Key<String> DOMAIN = Key.text("site.*.domain");
    public static final Key<String> PROOF = Key.text("match.proof");

    /** The result of matching, a name of {@link FilingType}. */
    public static final Key<String> TYPE = Key.text("match.type");

    /** 主体备案号 of a sponsor that is filed already. */
    public static final Key<String> SPONSOR_LICENCE = Key.text("match.sponsorLicence");

    /** Province, certificate type and number the match was made with; they stay as they were. */
    static final String MATCH_PROVINCE = "match.province";

    static final String MATCH_CERT_TYPE = "match.certType";
    static final String MATCH_CERT_NO = "match.certNo";

    /** 网站备案号 of the sites that get another access, parted by commas. */
    static final String SITE_LICENCE = "match.siteLicence";

    /** What the match was made with, as it is submitted beside the answers. */
    static final List<String> MATCH_RESULT =
            List.of(MATCH_PROVINCE, MATCH_CERT_TYPE, MATCH_CERT_NO, SITE_LICENCE);

    /** Whether there was a filing under a certificate of former days, and which one. */
    static final Key<String> OLD = Key.text("match.old");

    static final Key<String> OLD_CERT_TYPE = Key.text("match.oldCertType");
    static final Key<String> OLD_CERT_NO = Key.text("match.oldCertNo");

    /** The old number nothing was found under; who sends it again means it. */
    static final String OLD_TRIED = "match.oldTried";

    /** What the filer says of a sponsor that has a number and no site. */
    static final Key<String> SHELL = Key.text("match.shell");

    public static final Key<String> NAME = Key.text("sponsor.name");
    public static final Key<String> CERT_ADDRESS = Key.text("sponsor.certAddress");
    public static final Key<String> ADDRESS = Key.text("sponsor.address");
    public static final Key<String> CERT_VALID = Key.text("sponsor.certValid");
    public static final Key<String> INVESTOR = Key.text("sponsor.investor");
    public static final Key<String> SPONSOR_REMARK = Key.text("sponsor.remark");
    public static final Key<String> REGION = Key.text("sponsor.region");

    /** Whether the principal is the legal representative (法定代表人). */
    public static final Key<String> LEGAL = Key.text("sponsor.person.legal");

    public static final Key<String> PERSON_SAME = Key.text("site.*.person.same");
    public static final Key<String> SITE_NAME = Key.text("site.*.name");
    public static final Key<String> HOME_URL = Key.text("site.*.homeUrl");
    public static final Key<String> CONTENT = Key.text("site.*.content");
    public static final Key<String> PRE_APPROVAL = Key.text("site.*.preApproval");
    public static final Key<String> APPROVAL_NO = Key.text("site.*.approvalNo");
    public static final Key<String> LANGUAGES = Key.text("site.*.languages");
    public static final Key<String> REMARK = Key.text("site.*.remark");

    /** The group of the sites of one order. */
    public static final String SITE = "site";

    private Keys() {}

    /** What may be shown of a fact that no question asks for: a number may be a person's. */
    public static String mask(Facts facts, String path, String value) {
        boolean person = facts.text(NATURE.id()).filter(Tables.INDIVIDUAL::equals).isPresent();
        return person && List.of(MATCH_CERT_NO, OLD_TRIED).contains(path)
                ? Certificates.mask(value)
                : value;
    }

    /** A field of a responsible person: {@code sponsor.person} or {@code site.*.person}. */
    static Key<String> person(String owner, String field) {
        return Key.text(owner + "." + field);
    }

    /** A key whose value is shown as the mask of its value type. */
    static Key<String> masked(String id, Function<String, ? extends Checked<?>> check) {
        return new Key<>(
                id,
                new Kind<>(
                        text -> text,
                        text -> check.apply(text).fold(Object::toString, flaw -> "****")));
    }
}
