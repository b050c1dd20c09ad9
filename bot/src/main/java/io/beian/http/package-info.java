/**
 * What anybody may hold of the HTTP server: how long a request may take to arrive, and that no
 * thread waits for one.
 */
@NullMarked
package io.beian.http;

import org.jspecify.annotations.NullMarked;
