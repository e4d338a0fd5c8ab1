/** Tab goes round inside the element while `when` says so: what lies behind a drawer is out of reach. */
export const keepFocus = (when: () => boolean) => (element: HTMLElement) => {
	const onkeydown = (event: KeyboardEvent) => {
		if (event.key !== 'Tab' || !when()) return;
		const stops = [...element.querySelectorAll<HTMLElement>('a, button, input, summary')].filter((stop) => stop.checkVisibility());
		const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
		if (document.activeElement !== from) return;
		event.preventDefault();
		to?.focus();
	};
	element.addEventListener('keydown', onkeydown);
	return () => element.removeEventListener('keydown', onkeydown);
};
