package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.DeliveryReports;
import io.beian.outbox.NoticeChannel.Way;
import io.beian.outbox.Outbox;

/** Puts a notice that did not arrive on the next rung: as an effect, so that it outlives us. */
final class FailedNotices implements DeliveryReports {

    private final ToldNotices told;
    private final Outbox outbox;
    private final Sends sends;

    FailedNotices(ToldNotices told, Outbox outbox, Sends sends) {
        this.told = told;
        this.outbox = outbox;
        this.sends = sends;
    }

    @Override
    public void failed(ConversationId to, String name, Way way) {
        Rung rung = Rung.of(way);
        told.find(to, name)
                .ifPresent(
                        tell -> {
                            sends.note(to, tell.reply().notice(), rung, "not delivered");
                            told.failed(to, name, rung);
                            outbox.put(to, tell);
                        });
    }
}
