/**
 * The history checker of the register of title: what clients saw, judged against an independent model of title.
 *
 * <p>Calls are recorded ({@link org.tegata.system.history.History}) and searched for an order that explains them
 * ({@link org.tegata.system.history.Linearizability}, after Wing and Gong 1993 and Lowe 2017); exact tests hold record,
 * answers and events against each other ({@link org.tegata.system.history.Verdict}).
 */
package org.tegata.system.history;
