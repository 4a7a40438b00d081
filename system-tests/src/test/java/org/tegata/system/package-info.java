/** What holds across all modules: tests that read the source tree, the compiled classes and the deployment files. */
@NullMarked
package org.tegata.system;

import org.jspecify.annotations.NullMarked;
