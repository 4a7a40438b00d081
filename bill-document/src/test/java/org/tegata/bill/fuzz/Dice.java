package org.tegata.bill.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Throws of dice that the fuzzer decides; once it has no more to say, they follow from what it said first. */
final class Dice implements RandomGenerator {

    private final FuzzedDataProvider data;
    private final Random rest;

    Dice(FuzzedDataProvider data) {
        this.data = data;
        this.rest = new Random(data.consumeLong());
    }

    @Override
    public long nextLong() {
        return data.remainingBytes() > 0 ? data.consumeLong() : rest.nextLong();
    }

    @Override
    public int nextInt(int bound) {
        return data.remainingBytes() > 0 ? data.consumeInt(0, bound - 1) : rest.nextInt(bound);
    }
}
