package io.github.aquaspec.snapshot;

/** Why a directory is not the complete snapshot that it claims to be. */
public sealed interface Finding {

    /** One precise sentence, without a full stop, about this case. */
    String sentence();

    /** The file that it is about. */
    String name();

    /**
     * A file that has to be there is not.
     *
     * @param name what is missing
     * @param namedBy the file that promises it, or the rules of the layout
     */
    record Missing(String name, String namedBy) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` is missing, " + namedBy + " names it";
        }
    }

    /**
     * A file that is there should not be.
     *
     * @param name what is there
     * @param notNamedBy the file that should name it
     */
    record Unlisted(String name, String notNamedBy) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` is there, " + notNamedBy + " does not name it";
        }
    }

    /**
     * Something that is no regular file: a link, a directory.
     *
     * @param name what is there
     */
    record NotAFile(String name) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` is not a regular file";
        }
    }

    /**
     * The sums or the descriptor cannot be understood.
     *
     * @param name the file
     * @param why where and how
     */
    record Unreadable(String name, String why) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` cannot be read: " + why;
        }
    }

    /**
     * The bytes of a file are others than when it was published.
     *
     * @param name the file
     * @param namedBy the file that states the digest
     * @param expected SHA-256 stated
     * @param actual SHA-256 of the bytes
     */
    record DigestDiffers(String name, String namedBy, String expected, String actual) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` has SHA-256 " + actual + ", " + namedBy + " says " + expected;
        }
    }

    /**
     * A number of the descriptor is not what the bytes say.
     *
     * @param name the file
     * @param what the descriptor's member
     * @param expected as stated
     * @param actual as counted
     */
    record NumberDiffers(String name, String what, long expected, long actual) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` has " + what + " " + actual + ", " + DataPackage.FILE_NAME + " says " + expected;
        }
    }

    /**
     * The descriptor's columns are not the file's.
     *
     * @param name the file
     */
    record ColumnsDiffer(String name) implements Finding {
        @Override
        public String sentence() {
            return "the header of `" + name + "` is not what " + DataPackage.FILE_NAME + " says";
        }
    }

    /**
     * A data file cannot be counted.
     *
     * @param name the file
     * @param why what is wrong with its content
     */
    record Uncountable(String name, String why) implements Finding {
        @Override
        public String sentence() {
            return "`" + name + "` cannot be counted: " + why;
        }
    }
}
