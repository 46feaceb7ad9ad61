/** What compiles what is published now; a test holds it to the version of the program. */
export const engineVersion = 'tiaoli 0.1.0';
