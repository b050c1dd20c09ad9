package io.beian.filing;

import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.value.Everyday;
import java.util.regex.Pattern;

/** Texts without a form of their own; one that looks like something else is asked about once. */
final class FreeTexts {

    /** Numbers of QQ and names at WeChat have no other characters. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{5,}");

    private static final Pattern SAME_NUMBER =
            Pattern.compile(
                    "(?:微信|qq|QQ|和|跟|与)*(?:同号|(?:就是|同|和|跟)?(?:上面的?)?手机号?码?(?:就是|一样|同号|同微信|微信)*)");

    /** A number of an approval has some, if only Chinese ones. */
    private static final Pattern NUMERAL = Pattern.compile("[0-9０-９〇零一二三四五六七八九十百]");

    private FreeTexts() {}

    /**
     * QQ or WeChat. Many use their mobile number there, and say so instead of writing it again.
     *
     * @param mobile the answer with that number
     */
    static Parser messenger(Key<String> mobile) {
        Parser account = Parsers.text("messenger", 5, 128, text -> !ACCOUNT.matcher(text).find());
        return (answer, scope) ->
                scope.text(mobile)
                        .filter(number -> isSameNumber(answer))
                        .<Parsed>map(Parsed.Accepted::new)
                        .orElseGet(() -> account.parse(answer, scope));
    }

    private static boolean isSameNumber(Answer answer) {
        return answer instanceof Answer.Text typed
                && SAME_NUMBER.matcher(Parsers.plain(typed.text())).matches();
    }

    /** A remark (备注) for the reviewer. */
    static Parser remark() {
        return Parsers.text("remark", 4, 200, Everyday::resembles);
    }

    /** The number of an approval (批文号), as printed. */
    static Parser approvalNumber() {
        return Parsers.text("approval", 4, 512, text -> !NUMERAL.matcher(text).find());
    }
}
