package io.beian.dialogue;

import java.util.List;

/**
 * Something to be done in the world, as data. Effects carry references rather than answers: who
 * carries one out reads the conversation as it is then. Results come back as {@link Input}s.
 */
public sealed interface Effect {

    /** Ask the backend what is filed under the sponsor's certificate and the domain. */
    record LookUp(String caseId) implements Effect {}

    /** Fetch a picture by its media id (it lives three days), check it, keep it. */
    record FetchPhoto(String caseId, String tray, String mediaId) implements Effect {}

    /** Fetch the pictures that were taken in the mini program under a code, check and keep them. */
    record ImportCapture(String caseId, String code) implements Effect {

        /** Whoever has the code has the pictures. */
        @Override
        public String toString() {
            return "ImportCapture[" + caseId + "]";
        }
    }

    /** Draw the order as PDF and pages and send the pages to the chat. */
    record DrawPreview(String caseId) implements Effect {}

    /** Forward the order to the backend; the submission id is its idempotency key. */
    record Submit(String caseId, String submissionId) implements Effect {}

    record Withdraw(String caseId, String orderNumber) implements Effect {}

    /** Ask the backend how an order stands. */
    record Refresh(String orderNumber) implements Effect {}

    /** Ask the backend what is filed under a domain, a name or a licence number. */
    record Search(Query query) implements Effect {}

    /** Ask the backend for all orders of this filer, for those the conversation has lost. */
    record FetchOrders() implements Effect {}

    /**
     * Say something outside the answer to a message.
     *
     * @param turn the turn it was decided in: names it among all that is told to this person
     */
    record Tell(Reply reply, long turn) implements Effect {}

    /** Fetch the events of an order that came after one, all of them and in their order. */
    record CatchUp(String orderNumber, long after) implements Effect {}

    /**
     * Call somebody of customer service (人工).
     *
     * @param summary how the case stands, for the agent
     */
    record CallAgent(Reply summary) implements Effect {}

    /**
     * Ask the backend what is filed of this filer's sponsors (已备案信息).
     *
     * @param want {@code list}, or {@code show} or {@code add} and the number of a sponsor
     */
    record FetchFiled(String want) implements Effect {}

    /**
     * Make the page with the lines for the foot of a home page (悬挂备案号).
     *
     * @param licences 网站备案号, public by nature
     */
    record MakeFooter(List<String> licences) implements Effect {}

    /** Make a page with all that is kept of this person (导出我的资料). */
    record Export() implements Effect {}

    /** Erase pictures no conversation needs any more. */
    record ErasePhotos(List<String> sha256) implements Effect {}
}
