package io.github.aquaspec.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotesTest {

    private final Store store = SmallCatalogue.open(ZoneOffset.UTC);
    private final Notes notes = new Notes(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNoteTakesThePlaceOfTheOneOfItsName_andKeepsItsTurn() {
        notes.put("job", "b", "one");
        notes.put("job", "a", "two");
        notes.put("session", "b", "of another kind");
        notes.put("job", "b", "three");
        assertThat(notes.all("job")).containsExactly("three", "two");
        assertThat(notes.all("session")).containsExactly("of another kind");
    }
}
