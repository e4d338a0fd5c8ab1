// No script: a page for when nothing can be loaded must need nothing but itself.
export const csr = false;
