/** Links that open a page for one person, for a short while. */
@NullMarked
package io.beian.link;

import org.jspecify.annotations.NullMarked;
