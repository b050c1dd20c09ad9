package io.beian.wechat;

import java.io.IOException;
import me.chanjar.weixin.common.bean.result.WxMediaUploadResult;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import me.chanjar.weixin.common.util.http.hc.Utf8ResponseHandler;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;

/**
 * Uploads a picture from memory and answers with its media id. WxJava's own way wants a file, or a
 * stream that is used up when the call is repeated with a new token.
 */
final class MediaUpload implements RequestExecutor<String, MediaUpload.Picture> {

    /** Without the charset the library would add, which a multipart body does not have. */
    private static final ContentType FORM = ContentType.create("multipart/form-data");

    private final CloseableHttpClient http;

    MediaUpload(CloseableHttpClient http) {
        this.http = http;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Picture(byte[] jpeg, String fileName) {}

    @Override
    public String execute(String uri, Picture picture, WxType type)
            throws WxErrorException, IOException {
        HttpPost post = new HttpPost(uri);
        post.setEntity(
                MultipartEntityBuilder.create()
                        .setMode(HttpMultipartMode.EXTENDED)
                        .setContentType(FORM)
                        .addBinaryBody(
                                "media", picture.jpeg(), ContentType.IMAGE_JPEG, picture.fileName())
                        .build());
        String answer = http.execute(post, Utf8ResponseHandler.INSTANCE);
        WxError error = WxError.fromJson(answer, type);
        if (error.getErrorCode() != 0) {
            throw new WxErrorException(error);
        }
        String mediaId = WxMediaUploadResult.fromJson(answer).getMediaId();
        if (mediaId == null || mediaId.isEmpty()) {
            throw new IOException("no media id");
        }
        return mediaId;
    }

    @Override
    public void execute(String uri, Picture picture, ResponseHandler<String> handler, WxType type)
            throws WxErrorException, IOException {
        handler.handle(execute(uri, picture, type));
    }
}
