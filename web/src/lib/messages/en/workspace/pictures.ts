import type { pictures as vi } from '../../vi/workspace/pictures.ts';

export const pictures: typeof vi = {
	title: 'Pictures',
	lead: 'The first picture is the main one. Buyers see the pictures as soon as they see the product.',
	none: 'There is no picture yet. Products with real photographs are looked at far more.',
	addTitle: 'Add a picture',
	file: 'Picture file',
	fileHint: 'JPEG, PNG, WebP or AVIF, 15 MB at most, the short side 400 pixels at least.',
	altVi: 'What it shows',
	altHint: 'A short sentence in Vietnamese for those who do not see it.',
	altEn: 'In English',
	send: 'Send the picture',
	main: 'Main picture',
	earlier: 'Move up',
	later: 'Move down',
	remove: 'Remove this picture',
	removeSure: 'It is gone for good.',
	save: 'Save the words',
	full: 'There are 12 pictures, which is the most. Remove one to add another.'
};
