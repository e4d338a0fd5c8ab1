import type { offer as vi } from '../vi/offer.ts';

export const offer: typeof vi = {
	packs: 'Packs and prices',
	fromQuantity: (quantity) => `From ${quantity}`,
	quantity: 'Quantity',
	quantityOf: (unit) => `Quantity (${unit})`,
	add: 'Add to cart',
	notSold: 'Cannot be ordered here at present.',
	work: 'Work out',
	sum: (quantity, price) => `${quantity} × ${price} =`,
	nextTier: (quantity, price) => `From ${quantity} the unit price falls to ${price}.`,
	notWhole: 'A whole number is needed, such as:',
	tooFew: (minimum) => `The minimum order is ${minimum}.`,
	tooMany: (maximum) => `One order takes at most ${maximum}.`,
	offStep: (minimum, increment) => `From ${minimum}, in steps of ${increment}. The nearest:`,
	take: (quantity) => `Take ${quantity}`,
	unitPrice: 'Unit price',
	increment: 'In steps of',
	maximum: 'Maximum',
	today: 'Sent the same day',
	sku: 'Item code'
};
