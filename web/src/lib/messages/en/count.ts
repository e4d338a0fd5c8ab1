/** 1 product, 2 products: `n` is already written for readers. */
export const count = (n: string, one: string, many: string) => `${n} ${n === '1' ? one : many}`;
