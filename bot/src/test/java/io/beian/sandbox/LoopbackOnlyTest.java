package io.beian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "0:0:0:0:0:0:0:1", "::1"})
    void letsThisMachineIn(String address) throws Exception {
        assertThat(status(address, "localhost:8080", null)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.168.1.2", "2001:db8::1", "0.0.0.0", "localhost"})
    void keepsOtherMachinesOut(String address) throws Exception {
        assertThat(status(address, "localhost:8080", null)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io:8080", ""})
    void keepsForeignNamesOut(String host) throws Exception {
        assertThat(status("127.0.0.1", host, null)).isEqualTo(403);
    }

    @Test
    void takesItsOwnNames() throws Exception {
        assertThat(status("127.0.0.1", "[::1]:8080", null)).isEqualTo(200);
        assertThat(status("127.0.0.1", "127.0.0.1", "http://127.0.0.1:8080")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost.evil.example", "null"})
    void keepsForeignPagesFromWriting(String origin) throws Exception {
        assertThat(status("127.0.0.1", "localhost:8080", origin)).isEqualTo(403);
    }

    private static int status(String address, String host, @Nullable String origin)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sandbox");
        MockHttpServletResponse response = new MockHttpServletResponse();
        request.setRemoteAddr(address);
        request.addHeader("Host", host);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        new LoopbackOnly().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
