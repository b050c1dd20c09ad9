package io.beian.filing;

/** What is filed, as matching found it. */
public enum FilingType {
    /** 首次备案: neither sponsor nor domain is filed anywhere. */
    FIRST,
    /** 新增网站, the sponsor got its number through us (天翼云主体). */
    NEW_SITE_OURS,
    /** 新增网站, the sponsor got its number through another provider (非天翼云主体). */
    NEW_SITE_OTHER,
    /** 新增接入 of a site that is filed already, the sponsor got its number through us. */
    NEW_ACCESS_OURS,
    /** 新增接入 of a site that is filed already, the sponsor came through another provider. */
    NEW_ACCESS_OTHER;

    /** Whether only an access is added: the sites have their numbers and keep them. */
    public boolean access() {
        return this == NEW_ACCESS_OURS || this == NEW_ACCESS_OTHER;
    }

    /** Whether the sponsor's data are known here. */
    public boolean ours() {
        return this == NEW_SITE_OURS || this == NEW_ACCESS_OURS;
    }
}
