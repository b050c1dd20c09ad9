package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JPEGs as phones and their apps leave them: the picture is whole, and what is around it is not
 * what the standard says. Each gives the very picture that the proper file gives.
 */
class TrailersAndStrayBytesTest {

    private static final byte[] END = ForgedJpeg.END;

    private final PhotoCheck check = takingBlanks();

    private static Map<String, byte[]> pictures() {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("baseline", jpeg(Specimens.licence(400, 300)));
        pictures.put("progressive", PictureFiles.progressiveJpeg(Specimens.licence(400, 300)));
        pictures.put("restarting", ForgedJpeg.restarting(400, 320));
        pictures.put("scans apart", ForgedJpeg.apart(400, 300, 3));
        pictures.put(
                "four colours", ForgedJpeg.sequential(0xC0, 8, 400, 300, 0x11, 0x11, 0x11, 0x11));
        return pictures;
    }

    private static Map<String, byte[]> trailers() {
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);
        byte[] film = joined(latin("\0\0\0\u0018ftypmp42\0\0\0\0isommp42"), noise);
        byte[] samsung = latin("\0\0\u0001\n\u000e\0\0\0Image_UTC_Data1600000000000SEFH\0SEFT");
        byte[] second = jpeg(Specimens.plain(320, 240, 0x204060));
        Map<String, byte[]> trailers = new LinkedHashMap<>();
        trailers.put("nothing", new byte[0]);
        trailers.put("half a marker", ForgedJpeg.bytes(0xFF));
        trailers.put("a motion photo's film", film);
        trailers.put("Samsung's trailer", samsung);
        trailers.put("Huawei's trailer", joined(new byte[64], latin("LIVE_30_1234567"), noise));
        trailers.put("a second picture", second);
        trailers.put("a picture within a trailer", joined(samsung, second, samsung));
        trailers.put("zeros", new byte[4096]);
        trailers.put("fill bytes", filled(300, 0xFF));
        trailers.put("noise", noise);
        trailers.put("restart markers", ForgedJpeg.bytes(0xFF, 0xD5, 0xFF, 0xD0, 0xFF, 0xD3));
        trailers.put("a bogus table", joined(ForgedJpeg.bytes(0xFF, 0xC4, 0, 9), noise));
        trailers.put("a bogus scan", joined(ForgedJpeg.bytes(0xFF, 0xDA, 0, 8), noise));
        trailers.put("a bogus frame", ForgedJpeg.bytes(0xFF, 0xC0, 0, 11, 8, 4, 4, 4, 4, 1, 1));
        trailers.put("a segment cut short", ForgedJpeg.bytes(0xFF, 0xE5, 0x7F, 0xFF, 1));
        return trailers;
    }

    static Stream<Arguments> trailed() {
        return pictures().entrySet().stream()
                .flatMap(
                        picture ->
                                trailers().entrySet().stream()
                                        .map(
                                                trailer ->
                                                        Arguments.of(
                                                                named(picture), named(trailer))));
    }

    private static Named<byte[]> named(Map.Entry<String, byte[]> one) {
        return Named.of(one.getKey(), one.getValue());
    }

    @ParameterizedTest
    @MethodSource("trailed")
    void takesAPictureWhateverFollowsIt(byte[] whole, byte[] trailer) {
        String picture = normalised(check.check(whole)).sha256();
        byte[] endless = Arrays.copyOf(whole, whole.length - END.length);

        assertThat(normalised(check.check(joined(endless, trailer))).sha256()).isEqualTo(picture);
        assertThat(normalised(check.check(joined(whole, trailer))).sha256()).isEqualTo(picture);
    }

    private static Map<String, byte[]> strays() {
        Map<String, byte[]> strays = new LinkedHashMap<>();
        strays.put("a zero", new byte[1]);
        strays.put("zeros", new byte[17]);
        strays.put("fill bytes", filled(5, 0xFF));
        strays.put("words", latin("hello"));
        strays.put("a stuffed byte", ForgedJpeg.bytes(0xFF, 0));
        strays.put("a restart marker", ForgedJpeg.bytes(0xFF, 0xD3));
        strays.put("TEM", ForgedJpeg.bytes(0xFF, 1));
        strays.put("a comment without a length", ForgedJpeg.bytes(0xFF, 0xFE, 0, 0));
        strays.put("a segment shorter than itself", ForgedJpeg.bytes(0xFF, 0xE4, 0, 1));
        strays.put("half of JFIF", ForgedJpeg.segment(0xE0, latin("JFIF\0")));
        strays.put("half of Adobe", ForgedJpeg.segment(0xEE, latin("Adobe\0")));
        strays.put("an odd length", ForgedJpeg.segment(0xE6, new byte[33]));
        return strays;
    }

    static Stream<Arguments> strewn() {
        return pictures().entrySet().stream()
                .flatMap(
                        picture ->
                                strays().entrySet().stream()
                                        .map(stray -> Arguments.of(named(picture), named(stray))));
    }

    @ParameterizedTest
    @MethodSource("strewn")
    void takesAPictureWhateverLiesBetweenItsSegments(byte[] whole, byte[] stray) {
        List<byte[]> segments = segments(whole);
        List<byte[]> strewn = new ArrayList<>(List.of(segments.get(0)));
        segments.subList(1, segments.size()).forEach(next -> strewn.addAll(List.of(stray, next)));
        byte[] upload = joined(strewn.toArray(byte[][]::new));

        assertThat(upload.length).isGreaterThan(whole.length);
        assertThat(normalised(check.check(upload)).sha256())
                .isEqualTo(normalised(check.check(whole)).sha256());
    }

    /** However a phone ends the file: nothing of the picture may be missing. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.75, 0.9, 0.98})
    void refusesAPictureThatBreaksOffWhateverFollowsIt(double share) {
        for (byte[] whole : pictures().values()) {
            List<byte[]> segments = segments(whole);
            byte[] data = segments.get(segments.size() - 1);
            byte[] cut =
                    Arrays.copyOf(
                            whole, whole.length - data.length + (int) (data.length * share) - 2);
            for (byte[] trailer : trailers().values()) {
                // Zeros and noise may be read as data, as far as they go.
                if (trailer.length < 4096) {
                    CheckedPhoto photo = check.check(joined(cut, trailer));
                    assertThat(photo).isInstanceOf(CheckedPhoto.Unusable.class);
                }
            }
            assertUnusable(check.check(joined(cut, END)), PhotoProblem.BROKEN);
        }
    }

    /** Scans that refine the picture are still to come: it could be seen, but not read. */
    @Test
    void refusesAProgressivePictureWithoutItsLastScan() {
        byte[] whole = PictureFiles.progressiveJpeg(Specimens.licence(400, 300));
        List<byte[]> segments = segments(whole);

        for (int scans = 1; scans < segments.size(); scans++) {
            byte[] early = joined(segments.subList(0, scans).toArray(byte[][]::new));
            assertUnusable(check.check(early), PhotoProblem.BROKEN);
        }
        assertThat(segments.size()).isGreaterThan(8);
    }

    /** A decoder passes over data until it finds the marker it was promised. */
    @Test
    void refusesAPictureWhoseRestartMarkersAreLost() {
        byte[] whole = ForgedJpeg.restarting(400, 320);
        byte[] promised =
                ForgedJpeg.with(
                        jpeg(Specimens.licence(400, 300)),
                        ForgedJpeg.segment(0xDD, ForgedJpeg.bytes(0, 7)),
                        1);
        byte[] misnumbered = whole.clone();
        int third = PictureFiles.indexOf(whole, ForgedJpeg.bytes(0xFF, 0xD2));
        misnumbered[third + 1] = (byte) 0xD6;

        assertUnusable(check.check(promised), PhotoProblem.BROKEN);
        assertUnusable(check.check(misnumbered), PhotoProblem.BROKEN);
    }

    /** Markers and what belongs to them; coded data belong to their scan. */
    private static List<byte[]> segments(byte[] jpeg) {
        List<byte[]> segments = new ArrayList<>();
        int start = 0;
        for (int i = 2; i + 1 < jpeg.length; i++) {
            int code = jpeg[i + 1] & 0xFF;
            boolean marker = jpeg[i] == (byte) 0xFF && code >= 0xC0 && code != 0xFF;
            boolean restart = code >= 0xD0 && code <= 0xD7;
            if (marker && !restart && code != 0xD9) {
                segments.add(Arrays.copyOfRange(jpeg, start, i));
                start = i;
                i += 1 + (((jpeg[i + 2] & 0xFF) << 8) | (jpeg[i + 3] & 0xFF));
            }
        }
        segments.add(Arrays.copyOfRange(jpeg, start, jpeg.length));
        return segments;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
