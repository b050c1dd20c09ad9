package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyingHttpClientTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @Test
    void refusesACertificateNobodyVouchesFor(@TempDir Path directory) throws Exception {
        Path store = selfSigned(directory, "ip:127.0.0.1");

        assertThatExceptionOfType(SSLException.class)
                .isThrownBy(() -> get(store, SSLContexts.createDefault()));
    }

    @Test
    void refusesACertificateOfAnotherHost(@TempDir Path directory) throws Exception {
        Path store = selfSigned(directory, "dns:api.example.com");

        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(store, trusting(store)));
    }

    @Test
    void acceptsACertificateItTrustsForTheHost(@TempDir Path directory) throws Exception {
        Path store = selfSigned(directory, "ip:127.0.0.1");

        assertThat(get(store, trusting(store))).isEqualTo(200);
    }

    private static int get(Path store, SSLContext trust) throws Exception {
        SSLContext identity =
                SSLContexts.custom().loadKeyMaterial(store, PASSWORD, PASSWORD).build();
        try (FakeWechat server = FakeWechat.start(identity);
                CloseableHttpClient client = VerifyingHttpClient.open(Sample.settings(), trust)) {
            HttpGet get = new HttpGet("https://127.0.0.1:" + server.port() + "/");
            return client.execute(get, HttpResponse::getCode);
        }
    }

    private static SSLContext trusting(Path store) throws Exception {
        return SSLContexts.custom().loadTrustMaterial(store, PASSWORD).build();
    }

    private static Path selfSigned(Path directory, String name)
            throws IOException, InterruptedException {
        Path store = directory.resolve("server.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=sample",
                                "-ext",
                                "san=" + name,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }
}
