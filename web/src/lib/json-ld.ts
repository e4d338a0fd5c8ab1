/** Facts as the element that carries them. It is data to the browser, yet a name may hold "</script>". */
export const jsonLd = (facts: { '@context': 'https://schema.org' }) =>
	`<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>`;
