package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.beian.dialogue.Input;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundReaderTest {

    @Test
    void readsTypedText() throws CodecException {
        Inbound message = read(Sample.textMessage("我要备案 😀 ]]> <b>"));

        assertThat(message)
                .isEqualTo(new Inbound.Text(message.origin(), "我要备案 😀 ]]> <b>", Optional.empty()));
        assertThat(message.origin().account()).isEqualTo(Sample.ACCOUNT);
        assertThat(message.origin().openid()).isEqualTo(Sample.OPENID);
        assertThat(message.origin().createdAt()).isEqualTo(Instant.ofEpochSecond(1795420800));
    }

    @Test
    void readsATappedChoice() throws CodecException {
        Inbound message =
                read(
                        Sample.message(
                                "<MsgType>text</MsgType><Content>企业</Content><MsgId>1</MsgId>"
                                        + "<bizmsgmenuid>7.2</bizmsgmenuid>"));

        assertThat(message).isEqualTo(new Inbound.Text(message.origin(), "企业", Optional.of("7.2")));
    }

    @Test
    void readsMedia() throws CodecException {
        assertThat(media("image")).isInstanceOf(Inbound.Image.class);
        assertThat(media("voice")).isInstanceOf(Inbound.Voice.class);
        assertThat(media("video")).isInstanceOf(Inbound.Video.class);
        Inbound video = media("shortvideo");
        assertThat(video).isEqualTo(new Inbound.Video(video.origin(), "m-1"));
    }

    @Test
    void takesAPictureWithoutAnIdAsSomethingElse() throws CodecException {
        Inbound message = read(Sample.message("<MsgType>image</MsgType><MsgId>1</MsgId>"));

        assertThat(message).isEqualTo(new Inbound.Other(message.origin(), "image"));
    }

    @Test
    void readsALocation() throws CodecException {
        Inbound message =
                read(
                        Sample.message(
                                "<MsgType>location</MsgType><Location_X>23.13</Location_X>"
                                        + "<Location_Y>113.35</Location_Y><Scale>20</Scale>"
                                        + "<Label>样例路1号</Label><MsgId>1</MsgId>"));

        assertThat(message)
                .isEqualTo(new Inbound.Location(message.origin(), "样例路1号", "23.13", "113.35"));
    }

    @Test
    void readsALink() throws CodecException {
        Inbound message =
                read(
                        Sample.message(
                                "<MsgType>link</MsgType><Title>样例</Title>"
                                        + "<Url>https://example.com/?a=1&amp;b=2</Url>"
                                        + "<MsgId>1</MsgId>"));

        assertThat(message)
                .isEqualTo(
                        new Inbound.Link(message.origin(), "样例", "https://example.com/?a=1&b=2"));
    }

    @Test
    void readsEventsWhateverTheirCase() throws CodecException {
        Inbound.Event scan = event("<Event>SCAN</Event><EventKey>s-9</EventKey><Ticket>t</Ticket>");

        assertThat(scan.name()).isEqualTo("scan");
        assertThat(scan.key()).isEqualTo("s-9");
        assertThat(scan.ticket()).contains("t");
        assertThat(event("<Event>unsubscribe</Event>").key()).isEmpty();
    }

    @Test
    void readsHowATemplateMessageEnded() throws CodecException {
        Inbound.Event event =
                event(
                        "<Event>TEMPLATESENDJOBFINISH</Event><MsgID>200163836</MsgID>"
                                + "<Status>failed:user block</Status>");

        assertThat(event.sentId()).contains("200163836");
        assertThat(event.status()).contains("failed:user block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribe_msg_popup_event", "SUBSCRIBE_MSG_POPUP_EVENT"})
    void readsEachChoiceOfTheSheet(String event) throws CodecException {
        Inbound.Notices notices =
                (Inbound.Notices)
                        read(
                                Sample.message(
                                        "<MsgType>event</MsgType><Event>"
                                                + event
                                                + "</Event><SubscribeMsgPopupEvent>"
                                                + choice("t1", "accept")
                                                + choice("t2", "reject")
                                                + choice("t3", "Accept")
                                                + "</SubscribeMsgPopupEvent>"));

        assertThat(notices.name()).isEqualTo("subscribe_msg_popup_event");
        assertThat(notices.items())
                .extracting(item -> item.templateId() + " " + item.status())
                .containsExactlyInAnyOrder("t1 accept", "t2 reject", "t3 accept");
        assertThat(Inputs.of(notices)).isEmpty();
    }

    @Test
    void readsWhetherANoticeArrived() throws CodecException {
        Inbound.Notices notices =
                (Inbound.Notices)
                        read(
                                Sample.message(
                                        "<MsgType>event</MsgType><Event>subscribe_msg_sent_event</Event>"
                                                + "<SubscribeMsgSentEvent><List><TemplateId>t1</TemplateId>"
                                                + "<MsgID>77</MsgID><ErrorCode>43101</ErrorCode>"
                                                + "<ErrorStatus>failed</ErrorStatus></List>"
                                                + "</SubscribeMsgSentEvent>"));

        assertThat(notices.items()).containsExactly(new Inbound.Notice("t1", "", "77", "43101"));
    }

    @Test
    void knowsWhenAnAgentComesAndGoes() throws CodecException {
        assertThat(Inputs.of(event("<Event>KF_CREATE_SESSION</Event><KfAccount>a</KfAccount>")))
                .contains(new Input.AgentCame());
        assertThat(Inputs.of(event("<Event>kf_close_session</Event><KfAccount>a</KfAccount>")))
                .contains(new Input.AgentLeft());
        assertThat(Inputs.of(event("<Event>kf_switch_session</Event>"))).isEmpty();
    }

    private static String choice(String template, String status) {
        return "<List><TemplateId>%s</TemplateId><SubscribeStatusString>%s</SubscribeStatusString></List>"
                .formatted(template, status);
    }

    @Test
    void keepsAnUnknownKind() throws CodecException {
        Inbound message = read(Sample.message("<MsgType>hologram</MsgType><MsgId>1</MsgId>"));

        assertThat(message).isEqualTo(new Inbound.Other(message.origin(), "hologram"));
    }

    @Test
    void givesOneMessageOneKey() throws CodecException {
        String key = key(Sample.textMessage("a"));

        assertThat(key).matches("[0-9a-f]{32}").isEqualTo(key(Sample.textMessage("a")));
        assertThat(key(Sample.textMessage("a").replace("0001<", "0002<"))).isNotEqualTo(key);
        assertThat(key(Sample.textMessage("a").replace("-openid_", "-openjd_"))).isNotEqualTo(key);
    }

    @Test
    void tellsEventsOfOneSecondApart() throws CodecException {
        assertThat(
                        new String[] {
                            key("<Event>CLICK</Event><EventKey>a</EventKey>", "event"),
                            key("<Event>CLICK</Event><EventKey>b</EventKey>", "event"),
                            key("<Event>VIEW</Event><EventKey>a</EventKey>", "event"),
                            key("<Event>TEMPLATESENDJOBFINISH</Event><MsgID>1</MsgID>", "event"),
                            key("<Event>TEMPLATESENDJOBFINISH</Event><MsgID>2</MsgID>", "event"),
                            key(subscribed("t1"), "event"),
                            key(subscribed("t2"), "event")
                        })
                .doesNotHaveDuplicates();
        assertThat(key(subscribed("t1"), "event")).isEqualTo(key(subscribed("t1"), "event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ToUserName", "FromUserName", "CreateTime", "MsgType"})
    void refusesAMessageWithoutAnEssentialField(String name) {
        String without = Sample.textMessage("a").replace(name + ">", "Gone>");

        assertRefused(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e9", "now", "123456789012", "１７９５４２０８００"})
    void refusesATimeThatIsNone(String time) {
        assertRefused(Sample.textMessage("a").replace("1795420800", time));
    }

    @ParameterizedTest
    @ValueSource(strings = {Sample.OPENID, Sample.ACCOUNT})
    void refusesANameNobodyHas(String name) {
        String message = Sample.textMessage("a").replace(name, "o".repeat(129));

        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> read(message))
                .extracting(CodecException::reason)
                .isEqualTo(Reason.FIELD_TOO_LONG);
    }

    private static void assertRefused(String xml) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> read(xml))
                .extracting(CodecException::reason)
                .isEqualTo(Reason.FIELD_MISSING);
    }

    private static Inbound read(String xml) throws CodecException {
        return InboundReader.read(new WechatXml().read(xml));
    }

    private static Inbound media(String type) throws CodecException {
        return read(
                Sample.message(
                        "<MsgType>%s</MsgType><PicUrl>http://p</PicUrl><MediaId>m-1</MediaId><MsgId>1</MsgId>"
                                .formatted(type)));
    }

    private static Inbound.Event event(String fields) throws CodecException {
        return (Inbound.Event) read(Sample.message("<MsgType>event</MsgType>" + fields));
    }

    private static String key(String xml) throws CodecException {
        return read(xml).origin().messageKey();
    }

    private static String key(String fields, String type) throws CodecException {
        return key(Sample.message("<MsgType>" + type + "</MsgType>" + fields));
    }

    private static String subscribed(String template) {
        return "<Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent><List><TemplateId>"
                + template
                + "</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List><List>"
                + "<TemplateId>zz</TemplateId></List></SubscribeMsgPopupEvent>";
    }
}
