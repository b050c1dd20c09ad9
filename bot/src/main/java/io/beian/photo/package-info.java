/**
 * Pictures a filer sends: told apart by their bytes, checked, normalised to a clean JPEG and kept.
 */
@NullMarked
package io.beian.photo;

import org.jspecify.annotations.NullMarked;
