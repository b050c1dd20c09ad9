package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.settings;
import static io.beian.photo.PictureFiles.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecodingAtOnceTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void decodesNoMoreAtOnceThanSet() throws Exception {
        CountingSemaphore permits = new CountingSemaphore(2);
        PhotoCheck bounded = new PhotoCheck(settings("decoding-at-once", "2"), permits, Blank::is);
        byte[] upload = jpeg(Specimens.licence(1200, 900));

        List<CheckedPhoto> photos = AtOnce.run(10, () -> bounded.check(upload));

        assertThat(photos).hasSize(10).allMatch(CheckedPhoto.Normalised.class::isInstance);
        assertThat(permits.taken.get()).isEqualTo(10);
        assertThat(permits.availablePermits()).isEqualTo(2);
    }

    @Test
    void givesItsTurnBackAfterABrokenPicture() {
        Semaphore permits = new Semaphore(1);
        PhotoCheck bounded = new PhotoCheck(settings(), permits, Blank::is);
        byte[] whole = jpeg(Specimens.licence(400, 300));
        Arrays.fill(whole, whole.length / 2, whole.length - 2, (byte) 0x55);

        assertUnusable(bounded.check(whole), PhotoProblem.BROKEN);

        assertThat(permits.availablePermits()).isEqualTo(1);
    }

    /** All that waits for its turn is the upload; the copies come after. */
    @Test
    void takesNoMemoryWhileItWaits() throws Exception {
        Semaphore permits = new Semaphore(0);
        PhotoCheck bounded = new PhotoCheck(settings(), permits, Blank::is);
        byte[] whole = jpeg(Specimens.plain(300, 300, 0x808080));
        byte[] upload = ForgedJpeg.with(whole, ForgedJpeg.huffmanTable(0, 0), 400_000);
        Thread waiting = new Thread(() -> bounded.check(upload));
        waiting.start();
        while (!permits.hasQueuedThreads()) {
            Thread.onSpinWait();
        }

        long allocated = THREADS.getThreadAllocatedBytes(waiting.getId());
        permits.release();
        waiting.join();

        assertThat(allocated).isLessThan(upload.length / 8);
        assertThat(permits.availablePermits()).isEqualTo(1);
    }

    private static final class CountingSemaphore extends Semaphore {

        private final AtomicInteger taken = new AtomicInteger();

        CountingSemaphore(int permits) {
            super(permits);
        }

        @Override
        public void acquireUninterruptibly() {
            super.acquireUninterruptibly();
            taken.incrementAndGet();
        }
    }
}
