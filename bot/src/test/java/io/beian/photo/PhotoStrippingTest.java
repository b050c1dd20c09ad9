package io.beian.photo;

import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.settings;
import static io.beian.photo.PictureFiles.indexOf;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.linearProfile;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.withOrientation;
import static io.beian.photo.PictureFiles.withProfile;
import static io.beian.photo.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import java.io.ByteArrayInputStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PhotoStrippingTest {

    private final PhotoCheck check = new PhotoCheck(settings());

    @Test
    void stripsEverythingButThePixels() throws Exception {
        byte[] upload = jpeg(Specimens.licence(800, 600));
        upload = withSegment(upload, 0xFE, latin("a comment"));
        upload = withSegment(upload, 0xED, latin("Photoshop 3.0\0some words"));
        upload = withSegment(upload, 0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"));
        upload = withOrientation(upload, 6);
        upload = withProfile(upload, linearProfile());
        assertThat(metadataIn(upload))
                .contains("Exif IFD0", "GPS", "XMP", "ICC Profile", "JpegComment");

        byte[] clean = normalised(check.check(upload)).jpeg();

        assertThat(metadataIn(clean))
                .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
    }

    @Test
    void dropsWhatFollowsThePicture() {
        byte[] tail = latin("PK\u0003\u0004 evil.html <script>alert(1)</script>");
        byte[] jpeg = joined(jpeg(Specimens.licence(800, 600)), tail);
        byte[] png = joined(png(Specimens.licence(800, 600)), tail);

        for (byte[] polyglot : new byte[][] {jpeg, png}) {
            byte[] clean = normalised(check.check(polyglot)).jpeg();
            assertThat(indexOf(polyglot, latin("<script>"))).isPositive();
            assertThat(indexOf(clean, latin("<script>"))).isNegative();
            assertThat(indexOf(clean, latin("PK\u0003\u0004"))).isNegative();
        }
    }

    private static Iterable<String> metadataIn(byte[] file) throws Exception {
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .map(Directory::getName)
                .distinct()
                .toList();
    }
}
