package io.beian.dialogue;

import com.google.common.collect.ImmutableList;
import io.beian.value.ChatText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something a filer may say at any time, recognised before answers.
 *
 * @param rest what followed the word, such as the name after 改
 */
record Command(Kind kind, String rest) {

    /** The words of a command. Those with a tail take something behind them. */
    enum Kind {
        START(false, "备案", "开始", "开始备案", "我要备案", "新增网站", "网站备案", "start"),
        RESUME(false, "继续", "接着填", "回来了"),
        BACK(false, "上一步", "返回", "上一题"),
        CHANGE(true, "改", "修改", "更改", "change"),
        ADD_PHOTO(true, "再发一张", "加照片", "再加一张"),
        DELETE_PHOTO(true, "删照片", "删除照片", "删掉照片"),
        REPLACE_PHOTO(true, "重拍", "换照片", "重新拍"),
        /** The pictures of another kind, for the open question. */
        TAKE_PHOTOS(true, "用照片"),
        ALSO_HERE(false, "也用在这里", "也用这张"),
        OTHER_PHOTO(false, "换一张"),
        CAPTURE(true, "采集码"),
        /** A number that may be a code; recognised, not said. */
        MAYBE_CAPTURE(false),
        NOT_CAPTURE(false, "不是采集码"),
        WHY(false, "为什么", "为什么要填", "什么意思", "不懂", "?", "why"),
        SAMPLE(false, "示例", "例子", "怎么填", "样例", "样张"),
        STATUS(true, "进度", "到哪一步了", "状态", "status"),
        SEARCH(true, "查询", "查备案", "查"),
        ADD_RECORD(true, "继续新增网站", "再加一个网站", "新增一个网站", "再新增一个网站", "增加网站", "添加网站", "加一个网站", "新增网站"),
        COPY_RECORD(true, "复制网站", "复制"),
        REMOVE_RECORD(true, "删除网站", "去掉网站", "移除网站", "删除"),
        REMOVE_RECORD_SURE(true, "确认删除网站"),
        RECORDS(true, "网站列表", "我的网站", "所有网站"),
        MISSING(false, "还差什么", "还差", "还有多少"),
        SKIP(false, "跳过", "没有", "skip", "找不到", "找不到了", "查不到"),
        PREVIEW(true, "预览", "检查", "下一页"),
        SUBMIT(false, "提交", "确认提交", "提交审核", "重新提交"),
        KEEP(false, "不用改", "不改", "保持不变"),
        OPINION(true, "审核意见", "退回原因", "退回意见"),
        VERIFIED(false, "我已核验", "已核验", "核验完成", "核验好了", "我已完成", "已完成", "验证好了", "验证完了"),
        /** A text to send on to the other person. */
        FORWARD(false, "转发给负责人", "转发", "转发文字"),
        SMS_HELP(false, "收不到短信", "没收到短信", "短信收不到", "没有收到短信"),
        FILED(true, "已备案信息", "已备案信息管理", "备案信息"),
        ADD_TO_FILED(true, "新增网站到"),
        FOOTER(false, "页脚代码", "页脚", "悬挂备案号"),
        HUSH(false, "不再提醒", "别再提醒", "不要提醒", "关闭提醒"),
        UNHUSH(false, "恢复提醒", "打开提醒", "继续提醒"),
        PAUSE(false, "暂停", "先这样", "等一下", "稍后"),
        CANCEL(false, "撤销", "取消"),
        UNDO(false, "撤回", "撤回刚才的回答", "恢复"),
        GIVE_UP(false, "放弃", "放弃这次备案", "撤销订单"),
        GIVE_UP_SURE(false, "确认放弃"),
        CONFIRM(false, "都对", "全对", "全都对", "对", "是的", "没问题", "确认", "正确", "好的", "可以", "对的"),
        TO_SLOT(true, "归到"),
        DISCARD(false, "不要这张"),
        RETRY(false, "重新核对", "重试"),
        OLD_CERTIFICATE(false, "旧证件", "旧证件号", "旧证件号码", "我备过案", "以前备过案"),
        CHANGE_FILING(false, "变更备案", "备案变更", "变更"),
        CANCEL_ACCESS(false, "取消接入"),
        CANCEL_SITE(false, "注销网站", "注销备案"),
        CANCEL_SPONSOR(false, "注销主体"),
        CLAIM(false, "备案认领", "认领"),
        MINE(true, "我的备案", "我的订单"),
        OPEN_CASE(true, "打开"),
        ANOTHER(false, "新开一个备案", "新开备案", "再开一个备案", "另开一个备案", "再办一个备案"),
        DELETE_CASE(true, "删除备案"),
        DELETE_CASE_SURE(true, "确认删除"),
        EXPORT(false, "导出我的资料", "导出资料", "导出我的数据", "我的资料"),
        EXPORT_SURE(false, "确认导出"),
        ERASE(false, "删除我的资料", "清除我的资料", "删除资料", "删除我的数据", "注销账号", "注销帐号"),
        ERASE_SURE(false, "确认删除我的资料"),
        HUMAN(false, "人工", "人工客服", "客服", "转人工"),
        /** Back from an agent to the bot. */
        BOT(false, "结束人工", "回到机器人"),
        HELP(false, "帮助", "命令", "help", "菜单"),
        HELLO(false, "你好", "您好", "在吗", "hi", "hello");

        private final boolean tail;
        private final ImmutableList<String> words;

        Kind(boolean tail, String... words) {
            this.tail = tail;
            this.words = ImmutableList.copyOf(words);
        }

        ImmutableList<String> words() {
            return words;
        }

        /** What answers a question stays as it was written: ①a.com is not 1a.com. */
        private String rest(String tail, String word, String said) {
            return switch (this) {
                case CHANGE -> asWritten(tail, word, said);
                case ADD_RECORD, COPY_RECORD -> written(tail, word, said);
                default -> tail;
            };
        }
    }

    /** No longer text is a command, whatever it begins with. */
    private static final int LONGEST = 4000;

    /** Parted from the word, or a number close behind it. */
    private static final Pattern TAIL =
            Pattern.compile("[\\s:].*|\\d{1,3}(?:\\s.*)?", Pattern.DOTALL);

    /** 复制第2个网站: what is meant stands inside the word. */
    private static final Pattern INSIDE =
            Pattern.compile("^(复制|确认删除|删除)\\s*(上一个|第\\S{1,3}个|\\d{1,3}号)网站");

    /** Recognises a command; a longer text than any command is never one. */
    static Optional<Command> read(String said) {
        String text = INSIDE.matcher(tidy(said)).replaceFirst("$1网站 $2");
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return exact(text).or(() -> withTail(text, said));
    }

    private static Optional<Command> exact(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.words.contains(lower))
                .findFirst()
                .map(kind -> new Command(kind, ""));
    }

    private static Optional<Command> withTail(String text, String said) {
        for (Kind kind : Kind.values()) {
            for (String word : kind.words) {
                if (kind.tail && text.startsWith(word) && text.length() > word.length()) {
                    String rest = text.substring(word.length());
                    if (TAIL.matcher(rest).matches()) {
                        String tail = rest.replaceFirst("^[\\s:]+", "").strip();
                        return Optional.of(new Command(kind, kind.rest(tail, word, said)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A name or number may have any width; an answer behind it stays as it was written. */
    private static String asWritten(String tail, String word, String said) {
        String[] parts = tail.split("\\s+", 2);
        int at = said.indexOf(word);
        if (parts.length < 2 || at < 0) {
            return tail;
        }
        String after = said.substring(at + word.length()).replaceFirst("^[\\s:：]+", "");
        String[] written = trimmed(after.strip()).split("\\s+", 2);
        boolean same = written.length == 2 && ChatText.unified(written[1]).equals(parts[1]);
        return same ? parts[0] + " " + written[1] : tail;
    }

    private static String written(String tail, String word, String said) {
        int at = said.indexOf(word);
        String after = at < 0 ? "" : said.substring(at + word.length());
        String written = trimmed(after.replaceFirst("^[\\s:：]+", "").strip());
        boolean same = ChatText.unified(written).strip().equals(tail);
        return same ? written : tail;
    }

    private static String tidy(String said) {
        return trimmed(ChatText.unified(said).strip());
    }

    private static String trimmed(String plain) {
        return plain.replaceAll("(?<=.)[。.!?~,，！？“”\"「」]+$", "").replaceAll("^[“\"「]+", "").strip();
    }
}
