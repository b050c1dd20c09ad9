package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertUnusable;
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

    /** What is kept begins and ends as a picture and holds nothing else of the upload. */
    @Test
    void keepsNothingOfAFileThatIsTwoThings() {
        byte[] page = latin("<html><script>alert(1)</script></html>");
        byte[] paper = latin("%PDF-1.7 1 0 obj<</Type/Catalog>>endobj");
        byte[] archive = latin("PK\u0003\u0004 evil.exe PK\u0005\u0006");
        byte[] thumbnail = jpeg(Specimens.plain(64, 64, 0xFF0000));
        byte[] plain = jpeg(Specimens.licence(800, 600));
        byte[] jfxx = joined(latin("JFXX\0\u0010"), thumbnail);
        byte[] index = joined(latin("MPF\0MM\0*\0\0\0\u0008"), page);
        byte[] several = joined(withSegment(plain, 0xE2, index), thumbnail);

        for (byte[] polyglot :
                new byte[][] {
                    withSegment(plain, 0xFE, page),
                    withSegment(plain, 0xE0, joined(latin("JFIF\0"), paper)),
                    withSegment(plain, 0xEE, joined(latin("Adobe"), paper)),
                    withSegment(plain, 0xE0, joined(jfxx, page)),
                    several,
                    PictureFiles.withChunk(png(Specimens.licence(800, 600)), "PLTE", page),
                    PictureFiles.withChunk(png(Specimens.licence(800, 600)), "eXIf", archive),
                    joined(plain, archive)
                }) {
            byte[] clean = normalised(check.check(polyglot)).jpeg();
            for (byte[] foreign : new byte[][] {page, paper, archive, latin("MPF"), thumbnail}) {
                assertThat(indexOf(clean, foreign)).isNegative();
            }
            assertThat(indexOf(clean, new byte[] {(byte) 0xFF, (byte) 0xD9}))
                    .isEqualTo(clean.length - 2);
        }
    }

    /** A page or a program in front is no picture at all. */
    @Test
    void refusesAPictureBehindSomethingElse() {
        byte[] plain = jpeg(Specimens.licence(800, 600));

        assertUnusable(check.check(joined(latin("%PDF-1.7\n"), plain)), PhotoProblem.PDF);
        assertUnusable(check.check(joined(latin("GIF89a=1;"), plain)), PhotoProblem.GIF);
        assertUnusable(check.check(joined(latin("<html>"), plain)), PhotoProblem.NOT_PICTURE);
        assertUnusable(check.check(joined(latin("\n"), plain)), PhotoProblem.NOT_PICTURE);
    }

    private static Iterable<String> metadataIn(byte[] file) throws Exception {
        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .map(Directory::getName)
                .distinct()
                .toList();
    }
}
