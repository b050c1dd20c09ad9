package io.beian.photo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on pictures: what a filer may send and what is made of it.
 *
 * @param maxBytes largest upload; WeChat itself stops at 10 MB
 * @param maxPixels largest picture that is decoded at all
 * @param longestEdge edge of the kept picture
 * @param targetBytes size of the kept picture
 * @param decodingAtOnce pictures decoded at the same time; each may take 150 MB of the heap and, if
 *     progressive, 160 MB beside it
 * @param maxPerKind pictures of one kind in one order
 */
@Validated
@ConfigurationProperties("beian.photos")
public record PhotoSettings(
        @DefaultValue("10MB") DataSize maxBytes,
        @DefaultValue("40000000") @Min(1_000_000) @Max(200_000_000) long maxPixels,
        @DefaultValue("2000") @Min(800) @Max(4000) int longestEdge,
        @DefaultValue("600KB") DataSize targetBytes,
        @DefaultValue("2") @Min(1) @Max(64) int decodingAtOnce,
        @DefaultValue("3") @Min(1) @Max(100) int maxPerKind) {

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
}
