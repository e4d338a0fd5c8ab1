/** The offer is for a reader of the other language, so its words are in that one. */
export const language = {
	offer: 'Read this page in English?',
	offerLabel: 'This page in English',
	accept: 'English',
	decline: 'No, thanks'
};
