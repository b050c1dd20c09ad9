package io.beian.photo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace.Tally;
import io.beian.privacy.Vault;
import io.beian.privacy.Vaults;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Against a server of its own that checks signatures. */
class S3PhotoStoreTest extends PhotoStoreContract {

    private static final byte[] PICTURE = "北京晨光".getBytes(UTF_8);
    private static final Vault VAULT = Vaults.fresh();

    private static @Nullable TestS3 started;

    private final String bucket = server().freshBucket();
    private final S3Client client = S3PhotoConfiguration.client(server().settings(bucket));

    S3PhotoStoreTest() throws IOException {}

    @BeforeAll
    static void startServer(@TempDir Path directory) throws IOException {
        started = TestS3.start(directory);
    }

    @AfterAll
    static void stopServer() {
        server().close();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static TestS3 server() {
        return Objects.requireNonNull(started);
    }

    @Override
    PhotoStore store() {
        return store(VAULT);
    }

    private S3PhotoStore store(Vault vault) {
        return store(client, vault);
    }

    private S3PhotoStore store(S3Client through, Vault vault) {
        return new S3PhotoStore(new S3Bucket(through, bucket, "", 1000), vault, id -> true);
    }

    @Test
    void keepsNothingReadableUnderANameThatTellsNothing() throws IOException {
        String id = store().put(PICTURE);

        assertThat(server().stored(bucket))
                .hasSize(1)
                .hasEntrySatisfying(
                        id.substring(0, 2) + "/" + id.substring(2),
                        bytes -> {
                            assertThat(bytes).startsWith((byte) 1);
                            assertThat(new String(bytes, UTF_8)).doesNotContain("晨光");
                        });
    }

    @Test
    void keepsToItsFolderOfTheBucket() throws IOException {
        S3PhotoStore store =
                new S3PhotoStore(new S3Bucket(client, bucket, "a/b", 1000), VAULT, id -> true);

        String id = store.put(PICTURE);

        assertThat(server().stored(bucket)).containsOnlyKeys("a/b/" + Sha256.place(id));
        assertThat(store.get(id)).hasValue(PICTURE);
        assertThat(store().get(id)).isEmpty();
    }

    @Test
    void isTheSameToEveryNode() {
        String id = store().put(PICTURE);

        try (S3Client other = S3PhotoConfiguration.client(server().settings(bucket))) {
            assertThat(store(other, VAULT).get(id)).hasValue(PICTURE);
            assertThat(store(other, VAULT).delete(id)).isTrue();
        }
        assertThat(store().get(id)).isEmpty();
    }

    @Test
    void readsFilesThatWereCopiedIntoTheBucket(@TempDir Path folder) throws IOException {
        FilePhotoStore files = new FilePhotoStore(folder, VAULT);
        String id = files.put(PICTURE);

        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : all.toList()) {
                String key = folder.relativize(file).toString().replace(File.separator, "/");
                client.putObject(to -> to.bucket(bucket).key(key), RequestBody.fromFile(file));
            }
        }

        assertThat(store().get(id)).hasValue(PICTURE);
    }

    @Test
    void refusesAPictureThatWasPutInAnothersPlace() {
        String mine = store().put(PICTURE);
        String other = store().put(new byte[] {4, 5, 6});
        client.copyObject(
                of ->
                        of.sourceBucket(bucket)
                                .sourceKey(Sha256.place(mine))
                                .destinationBucket(bucket)
                                .destinationKey(Sha256.place(other)));

        assertThatExceptionOfType(SealException.class).isThrownBy(() -> store().get(other));
    }

    @Test
    void sealsAnewPageByPageAndLeavesWhatIsNotItsOwn() {
        List<Vault> ring = Vaults.exchanged();
        List<String> ids = new ArrayList<>();
        for (byte i = 0; i < 7; i++) {
            ids.add(store(ring.get(0)).put(new byte[] {i}));
        }
        for (String foreign : List.of("0", "incoming/photo1.part", "zz/" + "f".repeat(62))) {
            client.putObject(
                    to -> to.bucket(bucket).key(foreign), RequestBody.fromString("not ours"));
        }
        S3PhotoStore paging =
                new S3PhotoStore(new S3Bucket(client, bucket, "", 2), ring.get(1), id -> true);

        assertThat(paging.reseal()).isEqualTo(new Tally(7, 0));

        assertThat(ids).allSatisfy(id -> assertThat(store(ring.get(2)).get(id)).isPresent());
        assertThat(paging.reseal()).isEqualTo(Tally.NOTHING);
        assertThat(store(Vaults.fresh()).reseal()).isEqualTo(new Tally(0, 7));
    }

    @Test
    void sealsAnewAroundWhatIsBroken() {
        List<Vault> ring = Vaults.exchanged();
        String empty = "00/" + "0".repeat(62);
        client.putObject(to -> to.bucket(bucket).key(empty), RequestBody.empty());
        String id = store(ring.get(0)).put(PICTURE);

        assertThat(store(ring.get(1)).reseal()).isEqualTo(new Tally(1, 1));

        assertThat(store(ring.get(2)).get(id)).hasValue(PICTURE);
    }

    @Test
    void sealsAnewFromSeveralNodesAtOnce() throws Exception {
        List<Vault> ring = Vaults.exchanged();
        List<String> ids = new ArrayList<>();
        for (byte i = 0; i < 5; i++) {
            ids.add(store(ring.get(0)).put(new byte[] {i}));
        }

        List<Tally> tallies = AtOnce.run(4, () -> store(ring.get(1)).reseal());

        assertThat(tallies).extracting(Tally::left).containsOnly(0L);
        assertThat(ids).allSatisfy(id -> assertThat(store(ring.get(2)).get(id)).isPresent());
    }

    @Test
    void doesNotBringBackWhatIsDeletedWhileItIsSealedAnew() throws IOException {
        List<Vault> ring = Vaults.exchanged();
        String id = store(ring.get(0)).put(PICTURE);
        S3Client meanwhile = new Meanwhile(client, () -> store().delete(id), put -> put);

        assertThat(store(meanwhile, ring.get(1)).reseal()).isEqualTo(Tally.NOTHING);

        assertThat(server().stored(bucket)).isEmpty();
    }

    @Test
    void takesBackWhatAStoreWithoutConditionsBroughtBack() throws IOException {
        List<Vault> ring = Vaults.exchanged();
        String id = store(ring.get(0)).put(PICTURE);
        AtomicBoolean owned = new AtomicBoolean(true);
        S3Client heedless =
                new Meanwhile(
                        client,
                        () -> {
                            owned.set(false);
                            store().delete(id);
                        },
                        put -> put.toBuilder().ifMatch(null).build());

        Tally tally =
                new S3PhotoStore(
                                new S3Bucket(heedless, bucket, "", 1000),
                                ring.get(1),
                                any -> owned.get())
                        .reseal();

        assertThat(tally).isEqualTo(Tally.NOTHING);
        assertThat(server().stored(bucket)).isEmpty();
    }

    @Test
    void keepsAPictureNobodyIsKnownToOwn() {
        List<Vault> ring = Vaults.exchanged();
        String id = store(ring.get(0)).put(PICTURE);

        new S3PhotoStore(new S3Bucket(client, bucket, "", 1000), ring.get(1), any -> false)
                .reseal();

        assertThat(store(ring.get(2)).get(id)).hasValue(PICTURE);
    }

    @Test
    void looksAgainAtWhatAnotherNodeHasWrittenMeanwhile() {
        List<Vault> ring = Vaults.exchanged();
        String id = store(ring.get(0)).put(PICTURE);
        S3Client meanwhile = new Meanwhile(client, () -> store(ring.get(0)).put(PICTURE), p -> p);

        assertThat(store(meanwhile, ring.get(1)).reseal()).isEqualTo(new Tally(1, 0));

        assertThat(store(ring.get(2)).get(id)).hasValue(PICTURE);
    }

    @Test
    void sealsAnewWhereConditionsAreRefused() {
        List<Vault> ring = Vaults.exchanged();
        String id = store(ring.get(0)).put(PICTURE);
        S3Client simple =
                new Meanwhile(
                        client,
                        () -> {},
                        put -> {
                            if (put.ifMatch() != null) {
                                throw S3Exception.builder().statusCode(501).build();
                            }
                            return put;
                        });

        assertThat(store(simple, ring.get(1)).reseal()).isEqualTo(new Tally(1, 0));

        assertThat(store(ring.get(2)).get(id)).hasValue(PICTURE);
    }

    @Test
    void leavesNoVersionOfWhatItDeletes() {
        String versioned = TestS3.VERSIONED;
        client.createBucket(of -> of.bucket(versioned));
        client.putBucketVersioning(
                of -> of.bucket(versioned).versioningConfiguration(on -> on.status("Enabled")));
        S3PhotoStore store =
                new S3PhotoStore(new S3Bucket(client, versioned, "", 1000), VAULT, id -> true);
        String id = store.put(PICTURE);
        store.put(PICTURE);
        String kept = store.put(new byte[] {1});

        assertThat(store.delete(id)).isTrue();

        ListObjectVersionsResponse left = client.listObjectVersions(of -> of.bucket(versioned));
        assertThat(left.versions())
                .extracting(ObjectVersion::key)
                .containsExactly(Sha256.place(kept));
        assertThat(left.deleteMarkers()).isEmpty();
    }

    @Test
    void failsWhileTheServerIsGoneAndGoesOnWhenItIsBack() throws Exception {
        String id = store().put(PICTURE);
        byte[] next = {7};

        server().kill();
        try {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> store().put(next));
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> store().get(id));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> store().delete(id));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> store(VAULT).reseal());
            assertThatCode(() -> store(VAULT).check()).doesNotThrowAnyException();
        } finally {
            server().start();
        }

        assertThat(store().get(id)).hasValue(PICTURE);
        assertThat(store().get(store().put(next))).hasValue(next);
    }

    @Test
    void doesNotWaitForEverForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PhotoSettings.S3 there = server().settings(bucket);
            PhotoSettings.S3 impatient =
                    new PhotoSettings.S3(
                            URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                            there.region(),
                            bucket,
                            there.accessKey(),
                            there.secretKey(),
                            true,
                            "",
                            Duration.ofMillis(200),
                            Duration.ofMillis(200));
            long begun = System.nanoTime();

            try (S3Client waiting = S3PhotoConfiguration.client(impatient)) {
                assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(() -> store(waiting, VAULT).put(PICTURE));
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void speaksADialectThatEveryStoreKnows() throws IOException {
        List<Headers> heard = new ArrayList<>();
        HttpServer plain =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext(
                "/",
                exchange -> {
                    heard.add(exchange.getRequestHeaders());
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                });
        plain.start();
        URI endpoint = URI.create("http://127.0.0.1:" + plain.getAddress().getPort());
        try (S3Client any = S3PhotoConfiguration.client(TestS3.settings(endpoint, bucket, "s"))) {
            store(any, VAULT).put(new byte[2_000_000]);
        } finally {
            plain.stop(0);
        }

        assertThat(heard).hasSize(1);
        assertThat(heard.get(0)).doesNotContainKeys("Expect", "Content-encoding", "X-amz-trailer");
        assertThat(heard.get(0).keySet()).noneMatch(name -> name.contains("checksum"));
        assertThat(heard.get(0).getFirst("X-amz-content-sha256")).matches("[0-9a-f]{64}");
    }

    @Test
    void checksThatItMayDoEverything() throws IOException {
        assertThatCode(() -> store(VAULT).check()).doesNotThrowAnyException();

        assertThat(server().stored(bucket)).isEmpty();
    }

    @Test
    void refusesAWrongSecretClearly() {
        try (S3Client liar =
                S3PhotoConfiguration.client(server().settings(bucket, "not-the-key"))) {
            assertThat(refusal(store(liar, VAULT)))
                    .startsWith("SignatureDoesNotMatch (403)")
                    .doesNotContain("not-the-key");
        }
    }

    @Test
    void refusesABucketThatIsNotThere() {
        S3PhotoStore lost =
                new S3PhotoStore(new S3Bucket(client, "no-such", "", 1000), VAULT, id -> true);

        assertThat(refusal(lost)).startsWith("NoSuchBucket (404)");
        assertThatExceptionOfType(UncheckedIOException.class)
                .as("nothing is taken for deleted")
                .isThrownBy(() -> lost.get("0".repeat(64)));
    }

    @Test
    void refusesKeysThatMayOnlyRead() {
        S3Client reader =
                new Meanwhile(
                        client,
                        () -> {},
                        put -> {
                            throw S3Exception.builder().statusCode(403).build();
                        });

        assertThat(refusal(store(reader, VAULT))).contains("403");
    }

    private static String refusal(S3PhotoStore store) {
        List<String> message = new ArrayList<>();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(store::check)
                .havingCause()
                .isInstanceOf(StoreRefusedException.class)
                .satisfies(refused -> message.add(refused.getMessage()));
        return message.get(0);
    }

    /** Lets something happen right after a picture was first read, and writes through a filter. */
    private static final class Meanwhile extends DelegatingS3Client {

        private final AtomicReference<Runnable> once;
        private final UnaryOperator<PutObjectRequest> puts;

        Meanwhile(S3Client real, Runnable once, UnaryOperator<PutObjectRequest> puts) {
            super(real);
            this.once = new AtomicReference<>(once);
            this.puts = puts;
        }

        @Override
        public <R> R getObject(
                GetObjectRequest get, ResponseTransformer<GetObjectResponse, R> transformer) {
            R found = super.getObject(get, transformer);
            if (get.range() == null) {
                once.getAndSet(() -> {}).run();
            }
            return found;
        }

        @Override
        public PutObjectResponse putObject(PutObjectRequest put, RequestBody body) {
            return super.putObject(puts.apply(put), body);
        }
    }
}
