package io.beian.value;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of what was written about a validity.
 *
 * @param days which days it may mean, if it tells one
 */
record ValidityToken(Kind kind, String text, List<LocalDate> days) {

    enum Kind {
        DAY,
        /** A day that can be read in several ways, or with a guessed century. */
        UNSURE,
        /** A year or month only. */
        PARTIAL,
        IMPOSSIBLE,
        /** Of another calendar than the common one. */
        CALENDAR,
        /** How long, not until when. */
        LASTING,
        ENDLESS,
        NOT_ENDLESS,
        /** That there is no end to be seen. */
        BLANK,
        TO,
        /** 至今. */
        OPEN,
        /** Right behind a day: the first one. */
        FROM,
        /** Before a day: the first one. */
        FROM_LABEL,
        UNTIL,
        UNTIL_LABEL,
        OR,
        NO,
        NOISE,
        UNKNOWN
    }

    private record Word(Kind kind, Pattern pattern) {
        Word(Kind kind, String pattern) {
            this(kind, Pattern.compile(pattern));
        }
    }

    /** What a licence shows where nothing is printed. */
    private static final Pattern NOTHING = Pattern.compile("[-~/\\\\|*_.·×x ]+");

    private static final String LONG = "(?:长 ?期|永久|永续|长久)";
    private static final String NONE = "(?:无|没有?|不|未)";

    /** In the order they are tried; what is longer stands before its beginning. */
    private static final ImmutableList<Word> WORDS =
            ImmutableList.of(
                    new Word(
                            Kind.CALENDAR,
                            "农历|阴历|旧历|黄历|民国|令和|平成|昭和|佛历|藏历|回历|正月|腊月|冬月|闰"
                                    + "|初[一二三四五六七八九十]|除夕|春节|中秋|端午|元旦|国庆"),
                    new Word(
                            Kind.NOT_ENDLESS,
                            "(?:并?不是|并?非|没有|没写|没说|未写|不写|不填|不选|不要|不算|别写|别填|不) ?" + LONG + "(?:有效)?"),
                    new Word(
                            Kind.ENDLESS,
                            LONG + "(?:有效|存续|经营|使用|性)?|永远(?:有效)?|持续经营|一直有效|终[身生](?:有效)?"),
                    new Word(Kind.ENDLESS, "(?:永不|永无|从不|不会?)(?:过期|到期|失效)"),
                    new Word(
                            Kind.ENDLESS,
                            NONE
                                    + "(?:固定|约定|限定|设定?|规定|载明|明确|具体|定)?的?(?:经营|营业|有效|存续|合伙)?"
                                    + "(?:期限|限期|时间限制|限制|(?:截止|终止|到期)(?:日期?|时间))(?!这|[一1]?[项栏])"),
                    new Word(Kind.ENDLESS, NONE + "约定|不限[期定]?(?:时间)?|无限期?"),
                    new Word(
                            Kind.ENDLESS,
                            "long[- ]?term|permanent(?:ly)?|indefinite(?:ly)?|perpetual|forever"
                                    + "|no expir(?:y|ation)(?: date)?|never expires?"),
                    new Word(Kind.OPEN, "[至到](?:今[天日]?|现在|目前)"),
                    new Word(
                            Kind.UNTIL_LABEL,
                            "(?:截止|到期|终止|失效|期满|届满|结束)(?:日期?|时间)|有效期?限?[至到]|截[止至][到至于]?(?=[ :：]?[0-9])"
                                    + "|(?:expir(?:y|es|ation)|exp)(?: date)?[.:]?|valid (?:until|till?|to|thru|through)"),
                    new Word(
                            Kind.FROM_LABEL,
                            "(?:成立|注册|登记|核准|发证|发照|签发|颁发|起始|开始|生效|办理|办证)(?:日期?|时间|之日)|[自从由]"
                                    + "|(?:成立|签发|颁发|登记|注册)于|from|since|(?:date of )?issued?(?: date)?"),
                    new Word(Kind.NO, "不[是对]|[写打填]?错了"),
                    new Word(
                            Kind.BLANK,
                            NONE
                                    + "(?:填写|写|填|印|标注?|显示|打印|注明|给)?了?(?:到?哪[一1]?[天日]|日期|内容"
                                    + "|(?:营业|经营|有效|存续)期限?|期限)?(?:这[一1]?|[一1])?[项栏行]?"
                                    + "|暂无|空白|空着?|none|null|n/?a"),
                    new Word(Kind.OR, "或者?|还是|or|and"),
                    new Word(
                            Kind.NOISE,
                            "起止|[上后里下前]面|[执牌]?照上|证上|身份证|中华人民共和国|居民"
                                    + "|签发机关[: ]{0,2}\\p{IsHan}{1,30}?局(?:\\p{IsHan}{1,12}?分局)?"),
                    new Word(Kind.UNTIL, "[之以]?前|为?止|到期|截止|终止|过期|失效|期满|届满|结束|until|till"),
                    new Word(Kind.FROM, "起|开始|[之以]后|成立|生效|办的|办理|签发|发证"),
                    new Word(Kind.TO, "[至到]|[-~→>]+|to|thru|through"),
                    new Word(Kind.LASTING, "[0-9]{1,3} ?(?:个 ?月|周?年|天)|[半几多][十百]?年|(?:十|几十|上百)多?年"),
                    new Word(
                            Kind.PARTIAL,
                            "(?:大?[明后今去]年|[这本下]个?月|[明后今昨]天)(?:(?:年底|[0-9]{1,2}月)[0-9]{0,2}[日号]?)?"),
                    new Word(
                            Kind.NOISE,
                            "[t ]{0,2}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:z|\\+08:?00)?"
                                    + "|[0-2]?[0-9][时点](?:[0-5]?[0-9]分)?(?:[0-5]?[0-9]秒)?"),
                    new Word(
                            Kind.NOISE,
                            "星期[一二三四五六日天]|周[一二三四五六日]|有效|[营经]业|经营|存续|合伙|使用|营业执照|执照|证[件书照]|执业"
                                    + "|期限|期间|[期限]|日期|时间|公历|[阳新西]历|公元|我[的们]?|公司|单位|法人|[那这个当天的是为于在就只到了]"
                                    + "|[写印填显标](?:[的着了示]|的是)?|还[有剩]|剩余?|谢谢|[您你]好|好的?|嗯|对的?|[请看啊哦呢哈呀哒]"
                                    + "|如下|改[成为]|应为|更正|of|date|the|valid|validity|period|[年月日号]"),
                    new Word(Kind.NOISE, "[ \\p{P}\\p{So}\\p{Sm}\\p{Mn}&&[^?*]]|[*]+"));

    static ValidityToken of(Kind kind, String text) {
        return new ValidityToken(kind, text, List.of());
    }

    /** The words of one line, without those that say nothing. */
    static List<ValidityToken> in(String line) {
        String text =
                Numerals.arabic(
                        Typed.dashed(line).toLowerCase(Locale.ROOT).replaceAll("[長⻓]", "长"));
        if (NOTHING.matcher(text).matches()) {
            return List.of(of(Kind.BLANK, text));
        }
        List<ValidityToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            ValidityToken token = next(text, at);
            if (token.kind != Kind.NOISE) {
                tokens.add(token);
            }
            at += token.text.length();
        }
        return tokens;
    }

    private static ValidityToken next(String text, int at) {
        return WrittenDay.at(text, at)
                .or(() -> word(text, at))
                .orElseGet(() -> of(Kind.UNKNOWN, text.substring(at, at + 1)));
    }

    private static Optional<ValidityToken> word(String text, int at) {
        for (Word word : WORDS) {
            Matcher matcher =
                    word.pattern()
                            .matcher(text)
                            .region(at, text.length())
                            .useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() > at) {
                return Optional.of(of(word.kind(), matcher.group()));
            }
        }
        return Optional.empty();
    }

    /** Whether it may be an end. */
    boolean tells() {
        return kind == Kind.DAY
                || kind == Kind.UNSURE
                || kind == Kind.PARTIAL
                || kind == Kind.ENDLESS;
    }
}
