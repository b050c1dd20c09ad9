package io.beian.filing;

import io.beian.dialogue.Procedure.CaptureCode;
import io.beian.value.Checked;
import io.beian.value.CreditCode;
import io.beian.value.ResidentId;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** The codes of the photographing mini program. */
final class Captures {

    /** Whether letters occur is not published, so they are allowed; digits there always are. */
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[0-9A-Za-z]{18}");

    private Captures() {}

    static Optional<CaptureCode> code(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return CODE.matcher(plain).matches()
                ? Optional.of(new CaptureCode(plain, ambiguous(plain)))
                : Optional.empty();
    }

    /** Cards and licences have numbers of the same length; their check characters decide. */
    private static boolean ambiguous(String code) {
        return accepted(ResidentId.check(code)) || accepted(CreditCode.check(code));
    }

    private static boolean accepted(Checked<?> checked) {
        return checked.<Boolean>fold(value -> true, flaw -> false);
    }
}
