package io.beian.photo;

import io.beian.privacy.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on pictures: what a filer may send and what is made of it, and where it is kept.
 *
 * @param maxBytes largest upload; WeChat itself stops at 10 MB
 * @param maxPixels largest picture that is decoded at all
 * @param longestEdge edge of the kept picture
 * @param targetBytes size of the kept picture
 * @param decodingAtOnce pictures decoded at the same time; each may take 150 MB of the heap and, if
 *     progressive, 160 MB beside it
 * @param maxPerKind pictures of one kind in one order
 * @param s3 where pictures are kept instead of the data directory
 */
@Validated
@ConfigurationProperties("beian.photos")
public record PhotoSettings(
        @DefaultValue("10MB") DataSize maxBytes,
        @DefaultValue("40000000") @Min(1_000_000) @Max(200_000_000) long maxPixels,
        @DefaultValue("2000") @Min(800) @Max(4000) int longestEdge,
        @DefaultValue("600KB") DataSize targetBytes,
        @DefaultValue("2") @Min(1) @Max(64) int decodingAtOnce,
        @DefaultValue("3") @Min(1) @Max(100) int maxPerKind,
        @Valid @Nullable S3 s3) {

    private static final DataSize LEAST_TARGET = DataSize.ofKilobytes(50);
    private static final DataSize MOST_BYTES = DataSize.ofMegabytes(50);

    public PhotoSettings {
        if (targetBytes.compareTo(LEAST_TARGET) < 0) {
            throw new IllegalArgumentException("beian.photos.target-bytes is under 50KB");
        }
        if (maxBytes.compareTo(targetBytes) < 0 || maxBytes.compareTo(MOST_BYTES) > 0) {
            throw new IllegalArgumentException(
                    "beian.photos.max-bytes is not between target-bytes and 50MB");
        }
    }

    /**
     * A bucket of any store that speaks the S3 protocol.
     *
     * @param endpoint of the store, without the bucket
     * @param region signed with; most stores that are not Amazon's take any
     * @param bucket must be there already
     * @param accessKey names who may list, read, write and delete in it
     * @param secretKey signs what that one asks
     * @param prefix folder within the bucket
     * @param pathStyle whether the bucket stands in the path, as MinIO and Ceph want it, or in the
     *     host name, as Aliyun OSS does
     * @param connectTimeout how long a connection may take to open
     * @param readTimeout for one attempt; a call takes no longer than two
     */
    public record S3(
            @NotNull URI endpoint,
            @DefaultValue("us-east-1") @NotBlank String region,
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]") String bucket,
            @NotBlank String accessKey,
            @NotNull Secret secretKey,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("") @Pattern(regexp = "([\\w.-]+(/[\\w.-]+)*/?)?") String prefix,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {

        public S3 {
            if (endpoint != null && !isOverHttp(endpoint)) {
                throw new IllegalArgumentException(
                        "beian.photos.s3.endpoint does not look like https://host");
            }
        }

        private static boolean isOverHttp(URI endpoint) {
            return endpoint.getHost() != null
                    && List.of("http", "https").contains(endpoint.getScheme());
        }
    }
}
