/** The only hand that writes: the tree of generated files, its changes and its ledger. */
@NullMarked
package io.kfaws.files;

import org.jspecify.annotations.NullMarked;
