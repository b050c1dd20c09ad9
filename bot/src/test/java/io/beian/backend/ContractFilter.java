package io.beian.backend;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds every exchange of a test against the contract and remembers what does not fit. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ContractFilter extends OncePerRequestFilter {

    private static final String BACKEND = "/sandbox/filing";
    private static final String EVENTS = "/filing/events";

    private final Contract contract = new Contract();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(BACKEND) && !path.equals(EVENTS);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, 1 << 20);
        ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, answered);
        check(asked, answered);
        answered.copyBodyToResponse();
    }

    private void check(
            ContentCachingRequestWrapper request, ContentCachingResponseWrapper response) {
        String path = request.getRequestURI();
        Optional<Contract.Operation> operation =
                path.equals(EVENTS)
                        ? Optional.of(contract.push())
                        : contract.operation(request.getMethod(), path.substring(BACKEND.length()));
        String name = request.getMethod() + " " + path + " ";
        if (operation.isEmpty()) {
            faults.add(name + "is not documented");
            return;
        }
        if (response.getStatus() < 300) {
            contract.faultsOfRequest(operation.get(), request.getContentAsByteArray())
                    .forEach(fault -> faults.add(name + "request: " + fault));
        }
        String type = Objects.requireNonNullElse(response.getContentType(), "");
        contract.faultsOfAnswer(
                        operation.get(),
                        response.getStatus(),
                        type,
                        response.getContentAsByteArray())
                .forEach(fault -> faults.add(name + "answer: " + fault));
    }
}
