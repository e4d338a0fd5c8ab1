export { errors } from './errors.ts';
export { footer } from './footer.ts';
export { language } from './language.ts';
export { nav } from './nav.ts';
export { product } from './product.ts';
export { saved } from './saved.ts';
export { search } from './search.ts';
export { shop } from './shop.ts';
