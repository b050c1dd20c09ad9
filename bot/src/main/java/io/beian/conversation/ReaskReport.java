package io.beian.conversation;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.Procedure;
import io.beian.dialogue.Reask;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Prints whom the form of this build would ask what again; no answers, nobody's name. */
final class ReaskReport {

    private final Procedure procedure;
    private final LocalDate today;
    private final PrintStream out;
    private final TreeMap<String, Integer> times = new TreeMap<>();
    private int filings;
    private int concerned;

    ReaskReport(Procedure procedure, LocalDate today, PrintStream out) {
        this.procedure = procedure;
        this.today = today;
        this.out = out;
    }

    void add(Conversation conversation) {
        for (Reask reask : Reask.of(conversation, procedure, today)) {
            filings++;
            if (!reask.questions().isEmpty()) {
                concerned++;
                out.printf(
                        "%s %s asked=%s again=%s%n",
                        TurnLog.hash(conversation.id()),
                        reask.phase(),
                        reask.asked().orElse("-"),
                        told(reask.questions()));
            }
        }
    }

    private String told(List<Reask.Question> questions) {
        List<String> told = questions.stream().map(ReaskReport::told).toList();
        told.forEach(question -> times.merge(question, 1, Integer::sum));
        return String.join(",", told);
    }

    private static String told(Reask.Question question) {
        return question.id() + question.refused().map(code -> "(" + code + ")").orElse("(new)");
    }

    /** The sum of it. */
    void finish() {
        times.forEach((question, count) -> out.printf("%6d × %s%n", count, question));
        out.printf("%d of %d unfinished filings would be asked again.%n", concerned, filings);
    }
}
