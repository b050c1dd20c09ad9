/** Claims committed effects, retries them and hands their results back as inputs. */
@NullMarked
package io.beian.outbox;

import org.jspecify.annotations.NullMarked;
