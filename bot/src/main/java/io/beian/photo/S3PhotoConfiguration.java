package io.beian.photo;

import io.beian.photo.PhotoSettings.S3;
import io.beian.privacy.Vault;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps pictures in a bucket if one is named in {@code beian.photos.s3.*}. */
@Configuration(proxyBeanMethods = false)
@Conditional(S3Configured.class)
class S3PhotoConfiguration {

    private static final int NAMES_A_PAGE = 1000;

    @Bean
    S3Client s3Client(PhotoSettings settings) {
        return client(s3(settings));
    }

    @Bean
    S3Bucket photoBucket(S3Client client, PhotoSettings settings) {
        S3 s3 = s3(settings);
        return new S3Bucket(client, s3.bucket(), s3.prefix(), NAMES_A_PAGE);
    }

    @Bean(initMethod = "check")
    S3PhotoStore photoStore(S3Bucket bucket, Vault vault, PhotoOwners owners) {
        return new S3PhotoStore(bucket, vault, owners::any);
    }

    @Bean
    S3PhotoHealth photosInS3(S3Bucket bucket) {
        return new S3PhotoHealth(bucket);
    }

    private static S3 s3(PhotoSettings settings) {
        return Objects.requireNonNull(settings.s3());
    }

    /**
     * Speaks the oldest dialect of the protocol: no checksums in trailers, no signed chunks and no
     * waiting for leave to send, each of which some stores refuse.
     */
    static S3Client client(S3 s3) {
        return S3Client.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.of(s3.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(s3.accessKey(), s3.secretKey().value())))
                .forcePathStyle(s3.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        dialect ->
                                dialect.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .httpClientBuilder(
                        Apache5HttpClient.builder()
                                .expectContinueEnabled(false)
                                .connectionTimeout(s3.connectTimeout())
                                .socketTimeout(s3.readTimeout()))
                .overrideConfiguration(
                        calls ->
                                calls.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                                        .apiCallAttemptTimeout(s3.readTimeout())
                                        .apiCallTimeout(s3.readTimeout().multipliedBy(2)))
                .build();
    }
}
