/**
 * The engine: reads an invoice once, checks it against the schema tables and asks the rules. Knows no rule.
 *
 * <p>{@link org.tegata.rules.engine.Automaton} says which node an element is at; {@link
 * org.tegata.rules.engine.Reading} walks the document; {@link org.tegata.rules.engine.Judge} asks the rules of a chunk.
 */
@NullMarked
package org.tegata.rules.engine;

import org.jspecify.annotations.NullMarked;
