/** How things are measured; knows nothing of what is measured. */
@NullMarked
package org.tegata.bench.measure;

import org.jspecify.annotations.NullMarked;
