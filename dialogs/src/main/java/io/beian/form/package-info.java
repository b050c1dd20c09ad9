/** What a form is and how it is walked: questions, keys, facts, groups. Knows nothing of ICP. */
@NullMarked
package io.beian.form;

import org.jspecify.annotations.NullMarked;
