/** The order as PDF and page images. The only place of PDFBox. */
@NullMarked
package io.beian.paper;

import org.jspecify.annotations.NullMarked;
