package io.beian.sandbox;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class InspectorTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(
                            new Inspector(beans.getBeanProvider(ConversationView.class)))
                    .build();

    @Test
    void showsAConversationAsScriptsExpectIt() throws Exception {
        beans.registerSingleton("view", new OneConversation());

        http.perform(get("/sandbox/conversations/oA"))
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .json(
                                        """
                                        {"version": 7, "phase": "Returned", "asks": "sponsor.certNo",
                                         "choices": [{"number": 1, "label": "A"}],
                                         "facts": {"sponsor.name": "B***"},
                                         "sites": [{"id": "s3", "number": 1,
                                                    "domain": "example.com"}],
                                         "problems": [{"field": "f", "code": "c", "text": "t"}],
                                         "order": {"number": "N1", "state": "REJECTED"},
                                         "refused": "check-digit", "effects": [], "log": ["x"]}
                                        """,
                                        JsonCompareMode.STRICT));
    }

    @Test
    void writesOutWhatIsMissing() throws Exception {
        beans.registerSingleton("view", new OneConversation());

        http.perform(get("/sandbox/conversations/oNew"))
                .andExpect(
                        content()
                                .json(
                                        """
                                        {"version": 0, "phase": "Matching", "asks": null,
                                         "choices": [], "facts": {}, "sites": [], "problems": [], "order": null,
                                         "refused": null, "effects": [], "log": []}
                                        """,
                                        JsonCompareMode.STRICT));
    }

    @Test
    void listsAllConversations() throws Exception {
        beans.registerSingleton("view", new OneConversation());

        http.perform(get("/sandbox/conversations"))
                .andExpect(content().json("[\"oA\",\"oNew\"]", JsonCompareMode.STRICT));
        http.perform(get("/sandbox/conversations/oNobody")).andExpect(status().isNotFound());
    }

    @Test
    void isEmptyWithoutConversations() throws Exception {
        http.perform(get("/sandbox/conversations")).andExpect(content().json("[]"));
        http.perform(get("/sandbox/conversations/oA")).andExpect(status().isNotFound());
    }

    private static final class OneConversation implements ConversationView {

        @Override
        public Optional<Snapshot> of(String openid) {
            return switch (openid) {
                case "oA" -> Optional.of(returned());
                case "oNew" -> Optional.of(started());
                default -> Optional.empty();
            };
        }

        @Override
        public List<String> known() {
            return List.of("oNew", "oA");
        }

        private static Snapshot returned() {
            return new Snapshot(
                    7,
                    "Returned",
                    "sponsor.certNo",
                    List.of(new Choice(1, "A")),
                    Map.of("sponsor.name", "B***"),
                    List.of(new Site("s3", 1, "example.com")),
                    List.of(new Problem("f", "c", "t")),
                    new Order("N1", "REJECTED"),
                    "check-digit",
                    List.of(),
                    List.of("x"));
        }

        private static Snapshot started() {
            return new Snapshot(
                    0,
                    "Matching",
                    null,
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of());
        }
    }
}
