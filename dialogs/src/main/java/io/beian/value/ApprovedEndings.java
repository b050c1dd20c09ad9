package io.beian.value;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The top-level domains the ministry has approved, as far as providers list them (last checked
 * 2022-08-30 for Latin ones; the binding list is at domain.miit.gov.cn). It grows, so an ending
 * that is missing is a reason to look it up, not to refuse.
 */
final class ApprovedEndings {

    private static final ImmutableSet<String> LATIN =
            ImmutableSet.of(
                    "cn", "com", "net", "top", "xyz", "vip", "club", "shop", "site", "info", "biz",
                    "cc", "tv", "me", "co", "name", "mobi", "pro", "asia", "wang", "ink", "ltd",
                    "group", "link", "red", "kim", "pub", "store", "tech", "online", "fun", "press",
                    "space", "website", "host", "work", "wiki", "art", "cloud", "law", "love",
                    "beer", "cool", "fit", "yoga", "luxe", "ren", "fans", "xin", "icu", "center",
                    "video", "social", "team", "show", "zone", "world", "today", "city", "company",
                    "chat", "live", "fund", "gold", "plus", "guru", "run", "email", "life",
                    "design", "market", "auto", "pink", "blue", "green", "black", "bio", "ski",
                    "pet", "promo", "vote", "voto", "archi", "organic", "poker", "citic", "baidu",
                    "sohu", "unicom", "alibaba", "alipay", "taobao", "tmall", "icbc");

    private static final ImmutableSet<String> CHINESE =
            ImmutableSet.of(
                    "中国", "中國", "政务", "公益", "公司", "网络", "网址", "商城", "网店", "中信", "商标", "广东", "佛山",
                    "信息", "手机", "在线", "中文网", "集团", "我爱你", "商店", "企业", "娱乐", "游戏", "购物", "餐厅", "招聘",
                    "时尚", "移动", "网站", "联通", "世界", "健康");

    private static final Set<String> ALL =
            Stream.concat(LATIN.stream(), CHINESE.stream())
                    .map(Idn::ascii)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private ApprovedEndings() {}

    static boolean hold(String asciiEnding) {
        return ALL.contains(asciiEnding);
    }
}
