package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.wechat.FakeWechat.Answer;
import io.beian.wording.Wording;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The menu of an account is its own; one that has none gets the bot's, sooner or later. */
class MenuAtStartTest {

    private static final String CREATE = "/cgi-bin/menu/create";
    private static final String CURRENT = "/cgi-bin/get_current_selfmenu_info";

    @RegisterExtension static final ApiKit kit = new ApiKit();

    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private FakeWechat wechat;

    @BeforeEach
    void listen() {
        wechat = kit.wechat();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Of an account that has never had one.
                "{\"is_menu_open\":0}",
                "{\"is_menu_open\":0,\"selfmenu_info\":{}}",
                "{\"is_menu_open\":0,\"selfmenu_info\":{\"button\":[]}}",
                "{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":[]}}",
                "{\"is_menu_open\":0,\"selfmenu_info\":null}",
            })
    void givesAnAccountWithoutAMenuTheBots(String current) {
        wechat.answer(CURRENT, Answer.json(current));

        start(MenuSettings.Menu.KEEP);

        assertThat(wechat.only(CREATE).text()).contains("\"key\":\"备案\"", "\"key\":\"帮助\"");
        assertThat(pauses).containsExactly(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Made by hand on WeChat's site.
                "{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":[{\"name\":\"官网\",\"type\":\"view\","
                        + "\"url\":\"https://example.com\"}]}}",
                "{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":[{\"name\":\"更多\",\"sub_button\":"
                        + "{\"list\":[{\"type\":\"text\",\"name\":\"电话\",\"value\":\"1\"}]}}]}}",
                // By another program, or by the bot of last year.
                "{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":[{\"name\":\"备案\",\"type\":\"click\","
                        + "\"key\":\"备案\"}]}}",
                // Switched off for now.
                "{\"is_menu_open\":0,\"selfmenu_info\":{\"button\":[{\"name\":\"a\",\"type\":\"click\","
                        + "\"key\":\"b\"}]}}",
            })
    void leavesAMenuThatIsThereAsItIs(String current) {
        wechat.answer(CURRENT, Answer.json(current));

        start(MenuSettings.Menu.KEEP);

        assertThat(wechat.requests(CREATE)).isEmpty();
        assertThat(pauses).containsExactly(Duration.ZERO);
    }

    @Test
    void replacesItWhenAskedTo() {
        start(MenuSettings.Menu.REPLACE);

        assertThat(wechat.requests(CURRENT)).isEmpty();
        assertThat(wechat.requests(CREATE)).hasSize(1);
    }

    @Test
    void holdsNoStart() {
        MenuAtStart menu = menu(MenuSettings.Menu.KEEP);

        menu.begin();

        assertThat(wechat.requests(CURRENT)).isEmpty();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void triesAgainWhileWechatIsAway() {
        wechat.answer(CURRENT, Answer.error(-1)).answer(CURRENT, Answer.error(48001));
        wechat.answer(CURRENT, Answer.json("{\"is_menu_open\":0}"));
        wechat.answer(CURRENT, Answer.json("{\"is_menu_open\":0}"));
        wechat.answer(CREATE, Answer.error(-1));

        start(MenuSettings.Menu.KEEP);

        assertThat(wechat.requests(CREATE)).hasSize(2);
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(0L, 5L, 10L, 20L);
    }

    /** Not knowing is no reason to destroy. */
    @Test
    void replacesNothingWhileItIsNotToldWhetherThereIsAMenu() {
        wechat.answer(CURRENT, Answer.json("<html>")).answer(CURRENT, Answer.json("[]"));
        wechat.answer(CURRENT, Answer.json(FakeWechat.OK));
        wechat.answer(CURRENT, new Answer(502, "text/html", "x".getBytes(UTF_8), true));
        wechat.answer(
                CURRENT,
                Answer.json(
                        "{\"is_menu_open\":1,\"selfmenu_info\":{\"button\":[{\"name\":\"a\"}]}}"));

        start(MenuSettings.Menu.KEEP);

        assertThat(wechat.requests(CREATE)).isEmpty();
        assertThat(wechat.requests(CURRENT)).hasSize(5);
    }

    @Test
    void givesUpAfterADay() throws IOException {
        MenuAtStart menu =
                new MenuAtStart(
                        kit.api(ApiKit.nobody()),
                        new Wording(),
                        MenuSettings.Menu.REPLACE,
                        this::later);

        menu.begin();
        runAll();

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }

    @Test
    void stopsTryingWithTheBot() {
        wechat.answer(CREATE, Answer.error(-1));
        MenuAtStart menu = menu(MenuSettings.Menu.REPLACE);

        menu.begin();
        waiting.remove().run();
        menu.end();
        runAll();

        assertThat(wechat.requests(CREATE)).hasSize(1);
    }

    private void start(MenuSettings.Menu choice) {
        menu(choice).begin();
        runAll();
    }

    private MenuAtStart menu(MenuSettings.Menu choice) {
        return new MenuAtStart(kit.api(), new Wording(), choice, this::later);
    }

    private void later(Duration pause, Runnable work) {
        pauses.add(pause);
        waiting.add(work);
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
