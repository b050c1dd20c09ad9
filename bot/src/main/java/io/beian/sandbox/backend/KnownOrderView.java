package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** An order in the list of its filer. */
record KnownOrderView(@JsonUnwrapped OrderView order, List<String> domains) {}
