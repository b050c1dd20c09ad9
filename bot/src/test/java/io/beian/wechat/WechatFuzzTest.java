package io.beian.wechat;

import io.beian.Mutations;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a fuzzer begins with and what it found, then random damage to all of it. A long run is
 * {@code -Dbeian.inputs=1000000}, or Jazzer (SECURITY.md).
 */
class WechatFuzzTest {

    private static final int INPUTS = Integer.getInteger("beian.inputs", 5_000);

    private static final List<String> MARKUP =
            List.of(
                    "<![CDATA[",
                    "]]>",
                    "<!--",
                    "-->",
                    "<?x?>",
                    "<?xml version=\"1.1\"?>",
                    "&amp;",
                    "&#x0;",
                    "&#xD800;",
                    "&lt;",
                    "&e;",
                    "<!DOCTYPE xml [<!ENTITY e \"x\">]>",
                    "%e;",
                    "<xml>",
                    "</xml>",
                    "<MsgId>",
                    "</MsgId>",
                    "<a b='c'>",
                    "<a>",
                    "</a>",
                    "<a/>",
                    " a='b'",
                    "xmlns:x='y'",
                    "<x:a/>",
                    "\u0000",
                    "\uFFFE",
                    "\r",
                    "\uFEFF",
                    "😀",
                    "encoding='UTF-16'",
                    "<Encrypt>",
                    "</Encrypt>",
                    "99999999999",
                    "-1");

    private interface Door {
        void enter(byte[] input) throws Exception;
    }

    @Test
    void takesOrRefusesEveryEnvelope() throws Exception {
        enter("envelope", 20261123, MARKUP, WechatFuzz.Envelope::fuzzerTestOneInput);
    }

    @Test
    void takesOrRefusesEveryMessageAndAnswersIt() throws Exception {
        enter("message", 20261124, MARKUP, WechatFuzz.Message::fuzzerTestOneInput);
    }

    @Test
    void takesOrRefusesWhateverTheKeyOpens() throws Exception {
        List<String> words =
                List.of("\0\0\0\u0001", "\u0001", "\u0010".repeat(16), " ".repeat(32), "<xml/>");
        enter("plaintext", 20261125, words, WechatFuzz.Plaintext::fuzzerTestOneInput);
    }

    @Test
    void takesOrRefusesEveryQuery() throws Exception {
        List<String> words = List.of("\n", "aes", "99999999999", "-1", "１", "\u0000", "<", "😀");
        enter("query", 20261126, words, WechatFuzz.Query::fuzzerTestOneInput);
    }

    private static void enter(String folder, long seed, List<String> words, Door door)
            throws Exception {
        List<byte[]> samples = samples(folder);
        for (byte[] sample : samples) {
            door.enter(sample);
        }
        Mutations damaged = new Mutations(seed, samples, words);
        for (int i = 0; i < INPUTS; i++) {
            door.enter(damaged.next());
        }
    }

    private static List<byte[]> samples(String folder) throws IOException {
        return Mutations.samples(WechatFuzzTest.class, "fuzz/" + folder);
    }
}
