/** The desk at which one plays reviewer, interface and bureau. */
@NullMarked
package io.beian.sandbox.desk;

import org.jspecify.annotations.NullMarked;
