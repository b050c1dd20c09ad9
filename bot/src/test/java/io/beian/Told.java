package io.beian;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Facts;
import io.beian.form.Sensitivity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Every answer of a filer that is declared to be personal, by path: what must not be seen. */
record Told(Map<String, String> answers) {

    private static final IcpFiling FILING = new IcpFiling();
    private static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}(,[0-9a-f]{64})*");

    /** Shorter ones, such as 长期, are found everywhere. */
    private static final int TELLING = 3;

    static Told by(RunningBot bot, String openid) {
        Conversation conversation =
                bot.bean(Conversations.class).fresh(new ConversationId(openid)).conversation();
        Map<String, String> told = new LinkedHashMap<>();
        for (Case of : conversation.cases()) {
            told.putAll(told(of.facts()));
        }
        return new Told(told);
    }

    private static Map<String, String> told(Facts facts) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Entry entry : FILING.form().entries(facts, section -> true)) {
            facts.text(entry.path())
                    .filter(value -> entry.question().sensitivity() != Sensitivity.OPEN)
                    .filter(value -> value.length() >= TELLING)
                    .filter(Predicate.not(PICTURE.asMatchPredicate()))
                    .ifPresent(value -> told.put(entry.path(), value));
        }
        return told;
    }

    /** Which of the answers stand in texts. */
    List<String> in(Collection<String> texts) {
        return answers.entrySet().stream()
                .filter(fact -> texts.stream().anyMatch(text -> text.contains(fact.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
