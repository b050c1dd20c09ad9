/** The ICP filing itself: its form, code tables, matching and the complete order. */
@NullMarked
package io.beian.filing;

import org.jspecify.annotations.NullMarked;
