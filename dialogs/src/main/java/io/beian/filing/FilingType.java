package io.beian.filing;

/** What is filed, as matching found it. */
public enum FilingType {
    /** 首次备案: neither sponsor nor domain is filed anywhere. */
    FIRST,
    /** 新增网站, the sponsor got its number through us (天翼云主体). */
    NEW_SITE_OURS,
    /** 新增网站, the sponsor got its number through another provider (非天翼云主体). */
    NEW_SITE_OTHER
}
