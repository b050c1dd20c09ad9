package io.beian.value;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the messenger writes in place of a message that is no text, as in {@code [图片]}. */
final class Placeholders {

    private static final Pattern BRACKETED =
            Pattern.compile("[\\[【](.{1,40}?)[\\]】]\\s*(.{0,40})", Pattern.DOTALL);

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("图片|照片|相册|photo|image|picture|圖片|相片", "picture"),
                    Map.entry("语音|语音消息|語音|语音通话|voice|voice message|audio|音乐|music", "voice"),
                    Map.entry("视频|小视频|视频号|视频通话|影片|video|video call|直播", "video"),
                    Map.entry("位置|实时位置共享|地理位置|location", "location"),
                    Map.entry("链接|小程序|公众号|文章|link|mini program|合并转发|收藏|favorites", "link"),
                    Map.entry("文件|file|文档|聊天记录|chat history|笔记|note", "file"),
                    Map.entry("动画表情|表情|自定义表情|sticker|stickers|animated sticker", "sticker"),
                    Map.entry(
                            "名片|个人名片|contact card|转账|微信转账|transfer|微信红包|red packet|收到红包"
                                    + "|群收款|接龙|拍一拍|礼物|卡券|订单|商品|系统消息|消息|message|unknown",
                            "unknown"));

    private Placeholders() {}

    static Optional<String> read(String line, Pattern notice) {
        Matcher bracketed = BRACKETED.matcher(line);
        String inside = bracketed.matches() ? bracketed.group(1).strip() : line;
        return KINDS.entrySet().stream()
                .filter(kind -> bracketed.matches())
                .filter(kind -> matches(kind.getKey(), inside))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.of("unknown").filter(u -> notice.matcher(inside).matches()));
    }

    private static boolean matches(String kinds, String inside) {
        return Pattern.compile(kinds, Pattern.CASE_INSENSITIVE).matcher(inside).matches();
    }
}
