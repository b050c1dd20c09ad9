/**
 * Brings messages to people outside the answers to their own: down a ladder of ways until one
 * reaches them.
 */
@NullMarked
package io.beian.notify;

import org.jspecify.annotations.NullMarked;
