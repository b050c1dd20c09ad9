package io.beian.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.common.util.http.ResponseHandler;
import org.apache.hc.client5.http.HttpResponseException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a media file into memory, up to a limit. WxJava's own way leaves a file on disk for as
 * long as the process lives, knows no limit, and reads an error only if its content type says JSON.
 */
final class MediaDownload implements RequestExecutor<Fetched, String> {

    private final CloseableHttpClient http;
    private final int maxBytes;

    MediaDownload(CloseableHttpClient http, int maxBytes) {
        this.http = http;
        this.maxBytes = maxBytes;
    }

    @Override
    public Fetched execute(String uri, String mediaId, WxType type)
            throws WxErrorException, IOException {
        HttpGet get =
                new HttpGet(
                        uri + "&media_id=" + URLEncoder.encode(mediaId, StandardCharsets.UTF_8));
        byte[] content = http.execute(get, this::read);
        if (content == null) {
            return new Fetched.TooBig();
        }
        if (content.length > 0 && content[0] == '{') {
            return failure(new String(content, StandardCharsets.UTF_8));
        }
        return new Fetched.Bytes(content);
    }

    @Override
    public void execute(String uri, String mediaId, ResponseHandler<Fetched> handler, WxType type)
            throws WxErrorException, IOException {
        handler.handle(execute(uri, mediaId, type));
    }

    private byte @Nullable [] read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != HttpStatus.SC_OK) {
            throw new HttpResponseException(response.getCode(), "media");
        }
        HttpEntity entity = response.getEntity();
        if (entity.getContentLength() > maxBytes) {
            return null;
        }
        try (InputStream in = entity.getContent()) {
            byte[] content = in.readNBytes(maxBytes + 1);
            return content.length > maxBytes ? null : content;
        }
    }

    /** A video is answered with an address instead of a file; we do not follow those. */
    private static Fetched failure(String json) throws WxErrorException {
        WxError error = WxError.fromJson(json, WxType.MP);
        if (error.getErrorCode() != 0) {
            throw new WxErrorException(error);
        }
        return new Fetched.Gone(0);
    }
}
