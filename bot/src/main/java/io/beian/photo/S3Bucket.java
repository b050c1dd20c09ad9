package io.beian.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.paginators.ListObjectVersionsIterable;

/**
 * A folder of a bucket, used by the few calls every S3-compatible store answers. What goes wrong is
 * an {@link UncheckedIOException}, caused by a {@link StoreRefusedException} unless it may pass.
 */
final class S3Bucket {

    private static final Logger log = LoggerFactory.getLogger(S3Bucket.class);

    private final S3Client client;
    private final String bucket;
    private final String folder;
    private final int pageSize;

    /** What is stored under a name; the tag changes with it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(byte[] bytes, @Nullable String tag) {}

    /**
     * Calls nobody yet.
     *
     * @param prefix the folder; empty for the whole bucket
     * @param pageSize names fetched at a time, 1 to 1000
     */
    S3Bucket(S3Client client, String bucket, String prefix, int pageSize) {
        this.client = client;
        this.bucket = bucket;
        this.folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        this.pageSize = pageSize;
    }

    void put(String name, byte[] bytes) {
        call("kept", () -> client.putObject(to -> to.bucket(bucket).key(folder + name), of(bytes)));
    }

    /**
     * Overwrites what has not changed since it was read; false if it has, or is gone. A store that
     * cannot tell in the same step overwrites in any case: one that says so is asked again, one
     * that takes no notice of the condition did.
     */
    boolean replace(String name, Stored known, byte[] bytes) {
        try {
            client.putObject(
                    to -> to.bucket(bucket).key(folder + name).ifMatch(known.tag()), of(bytes));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 501) {
                put(name, bytes);
                return true;
            }
            if (e.statusCode() == 409 || e.statusCode() == 412 || isNoObject(e)) {
                return false;
            }
            throw failed("replaced", e);
        } catch (SdkException e) {
            throw failed("replaced", e);
        }
    }

    Optional<Stored> get(String name) {
        return read(name, null);
    }

    /** The first bytes, which show what it is sealed with. */
    Optional<byte[]> head(String name) {
        return read(name, "bytes=0-63").map(Stored::bytes);
    }

    private Optional<Stored> read(String name, @Nullable String range) {
        try {
            ResponseBytes<GetObjectResponse> found =
                    client.getObjectAsBytes(
                            from -> from.bucket(bucket).key(folder + name).range(range));
            return Optional.of(new Stored(found.asByteArray(), found.response().eTag()));
        } catch (S3Exception e) {
            if (isNoObject(e)) {
                return Optional.empty();
            }
            if (e.statusCode() == 416) { // nothing is in the range of what is empty
                return Optional.of(new Stored(new byte[0], null));
            }
            throw failed("read", e);
        } catch (SdkException e) {
            throw failed("read", e);
        }
    }

    /** Whether there was something to delete; afterwards no version of it is left. */
    boolean delete(String name) {
        boolean there = head(name).isPresent();
        if (isOnlyHidden(delete(folder + name, null))) {
            versions(folder + name).forEach(version -> delete(folder + name, version));
        }
        return there;
    }

    private DeleteObjectResponse delete(String key, @Nullable String version) {
        return call(
                "deleted",
                () -> client.deleteObject(it -> it.bucket(bucket).key(key).versionId(version)));
    }

    /** So it is in a bucket that keeps versions. */
    private static boolean isOnlyHidden(DeleteObjectResponse deleted) {
        return Boolean.TRUE.equals(deleted.deleteMarker());
    }

    private List<String> versions(String key) {
        return call(
                "deleted",
                () -> {
                    ListObjectVersionsIterable all =
                            client.listObjectVersionsPaginator(of -> of.bucket(bucket).prefix(key));
                    return Stream.concat(
                                    all.versions().stream()
                                            .filter(version -> version.key().equals(key))
                                            .map(ObjectVersion::versionId),
                                    all.deleteMarkers().stream()
                                            .filter(marker -> marker.key().equals(key))
                                            .map(DeleteMarkerEntry::versionId))
                            .toList();
                });
    }

    /** All names, fetched page by page, so that there may be any number of them. */
    Stream<String> names() {
        return Stream.iterate(Optional.of(page("", pageSize)), Optional::isPresent, this::next)
                .flatMap(Optional::stream)
                .flatMap(page -> page.contents().stream())
                .map(object -> object.key().substring(folder.length()));
    }

    /** Finds out whether the bucket is there and may be listed. */
    void reach() {
        page("", 1);
    }

    private Optional<ListObjectsResponse> next(Optional<ListObjectsResponse> page) {
        return page.filter(ListObjectsResponse::isTruncated)
                .map(ListObjectsResponse::contents)
                .map(objects -> page(objects.get(objects.size() - 1).key(), pageSize));
    }

    /**
     * The first version of listing, since a store that does not know the second answers with a
     * first page that looks like the last.
     */
    private ListObjectsResponse page(String after, int size) {
        return call(
                "listed",
                () ->
                        client.listObjects(
                                from ->
                                        from.bucket(bucket)
                                                .prefix(folder)
                                                .marker(after)
                                                .maxKeys(size)));
    }

    private static <T> T call(String done, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw failed(done, e);
        }
    }

    /** It is the object that is not there, not the whole bucket. */
    private static boolean isNoObject(S3Exception e) {
        return e.statusCode() == 404 && !StoreRefusedException.code(e).equals("NoSuchBucket");
    }

    private static UncheckedIOException failed(String done, SdkException e) {
        IOException why =
                e instanceof S3Exception answer
                        ? StoreRefusedException.of(answer)
                        : new IOException(e.getMessage(), e);
        String message = "photos not %s: %s".formatted(done, why.getMessage());
        log.warn(message);
        return new UncheckedIOException(message, why);
    }

    private static RequestBody of(byte[] bytes) {
        return RequestBody.fromBytes(bytes);
    }
}
