// The language server in a worker of the page: it never blocks typing, and it can be thrown away and started again.
export {};
