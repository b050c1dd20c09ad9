package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Conversation;
import io.beian.talk.EngineStage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An order of twelve sites stays small enough to be read and written in every turn. */
class ManySitesTest {

    private static final int MOST_BYTES = 16 * 1024;

    private final EngineStage stage = new EngineStage();
    private final ConversationJson json = new ConversationJson();

    private int bytes() {
        return json.write(stage.conversation()).length;
    }

    private void fillTexts() {
        List<Talk> talks = Talk.all();
        new TalkPlayer(stage, talks)
                .play(
                        talks.stream()
                                .filter(talk -> talk.file().equals("公司首次备案填到照片.talk"))
                                .findFirst()
                                .orElseThrow());
    }

    private void elevenMore() {
        String domains =
                IntStream.rangeClosed(2, 12)
                        .mapToObj(i -> "site" + i + "-demo.cn")
                        .collect(Collectors.joining(" "));
        stage.say("复制网站 1 " + domains);
        for (int i = 0; i < 60 && !stage.view().asks().equals(Optional.of("photo.licence")); i++) {
            String asked = stage.view().asks().orElse("");
            stage.say(answer(asked, i));
        }
    }

    private static String answer(String asked, int i) {
        String numbers = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒";
        return asked.endsWith(".name")
                ? "样张科技第" + numbers.charAt(i % numbers.length()) + "号网站"
                : asked.endsWith(".homeUrl") ? "1" : "都对";
    }

    @Test
    void keepsTwelveSitesSmall() {
        fillTexts();
        elevenMore();
        stage.photos(List.of("营业执照"));
        stage.photos(List.of("身份证人像面"));
        stage.photos(List.of("身份证国徽面"));
        stage.photos(List.of("核验照"));
        stage.photos(List.of("方案书"));
        Conversation full = stage.conversation();

        assertThat(full.current().orElseThrow().facts().instances("site")).hasSize(12);
        assertThat(stage.view().phase()).isEqualTo("Reviewing");
        assertThat(json.read(json.write(full))).isEqualTo(full);
        assertThat(bytes()).isLessThanOrEqualTo(MOST_BYTES);
    }
}
