package io.beian.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** What makes the Chinese name of a person unlikely, though it can be right. */
final class OddNames {

    /** Family name and given name; some people carry two family names. */
    private static final int USUAL = 4;

    /** Characters of sentences; those that can be a family name count behind the first place. */
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "[的了吗呢吧我您你他她们这啥哪谁某]|.[那不没]|什么|怎么|没有|不是|知道|姓名|名字|公司|单位"
                            + "|企业|网站|负责|法人|代表|老板|经理|主任|先生|女士|地址|电话|执照|身份证|同上|照片"
                            + "|省.*市|市.*[区县]");

    private static final Pattern CALLED =
            Pattern.compile("[老小阿].|.[总哥姐爷叔姨嫂伯婶董]|.{1,2}(?:大哥|大姐|阿姨|叔叔|总监|会计)");

    private OddNames() {}

    static Optional<Flaw> doubt(String name) {
        if (!Typed.contains(name, Typed::isHan)) {
            return Optional.empty();
        }
        if (isCall(name)) {
            return Optional.of(Flaw.of("call", name));
        }
        boolean odd =
                !Typed.others(name, cp -> Typed.isHan(cp) || cp == '·').isEmpty()
                        || SENTENCE.matcher(name).find()
                        || isPlace(name)
                        || !isBuiltAsNames(name);
        return odd ? Optional.of(Flaw.of("odd", name)) : Optional.empty();
    }

    private static boolean isCall(String name) {
        boolean plain = CALLED.matcher(name).matches();
        boolean nick = "老小阿".indexOf(name.codePointAt(0)) >= 0;
        String surname = nick ? name.substring(1) : Typed.shortened(name, 1);
        return plain && Surnames.length(surname) > 0;
    }

    private static boolean isBuiltAsNames(String name) {
        if (name.indexOf('·') > 0) {
            return true;
        }
        int surname = Surnames.length(name);
        return surname > 0 && Typed.length(name) <= Math.max(USUAL, surname + 2);
    }

    private static boolean isPlace(String name) {
        return Typed.length(name) == 2
                && Province.check(name).fold(province -> true, flaw -> false);
    }
}
