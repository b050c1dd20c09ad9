package io.beian.wechat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import me.chanjar.weixin.common.util.http.hc.Utf8ResponseHandler;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Posts a message through a door and answers with WeChat's answer. Unlike WxJava's own way it knows
 * whether the message left.
 */
final class JsonPost implements RequestExecutor<String, JsonPost.Letter> {

    private static final ContentType JSON =
            ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8);

    private final CloseableHttpClient http;

    JsonPost(CloseableHttpClient http) {
        this.http = http;
    }

    /** A message on its way. */
    static final class Letter {

        private final byte[] body;
        private final Door door;
        private boolean heldBack;
        private boolean left;

        Letter(String json, Door door) {
            this.body = json.getBytes(StandardCharsets.UTF_8);
            this.door = door;
        }

        /** The door was closed. */
        boolean heldBack() {
            return heldBack;
        }

        /** Whether the last call may have reached WeChat. */
        boolean left() {
            return left;
        }
    }

    /** The body, with the door before its last byte. */
    private static final class Guarded extends HttpEntityWrapper {

        private final Letter letter;

        Guarded(Letter letter) {
            super(new ByteArrayEntity(letter.body, JSON));
            this.letter = letter;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] body = letter.body;
            out.write(body, 0, body.length - 1);
            out.flush();
            boolean passed =
                    letter.door.pass(
                            () -> {
                                letter.left = true;
                                out.write(body, body.length - 1, 1);
                                out.flush();
                            });
            if (!passed) {
                letter.heldBack = true;
                throw new IOException("held back");
            }
        }
    }

    @Override
    public String execute(String uri, Letter letter, WxType type)
            throws WxErrorException, IOException {
        letter.left = false;
        HttpPost post = new HttpPost(uri);
        post.setEntity(new Guarded(letter));
        String answer = http.execute(post, Utf8ResponseHandler.INSTANCE);
        WxError error = WxError.fromJson(answer, type);
        if (error.getErrorCode() != 0) {
            letter.door.cameBack();
            throw new WxErrorException(error);
        }
        return answer;
    }

    @Override
    public void execute(String uri, Letter letter, ResponseHandler<String> handler, WxType type)
            throws WxErrorException, IOException {
        handler.handle(execute(uri, letter, type));
    }
}
