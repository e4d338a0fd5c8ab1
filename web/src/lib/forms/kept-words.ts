/**
 * Whose session has ended while a form was being filled in is asked to sign in and comes back to an empty form: what was
 * typed waits meanwhile in this window. Secrets do not, nor forms that hold one.
 */

const asked = 'asked to sign in';
const keyOf = (form: string) => `typed ${location.pathname} ${form}`;
const left = /^(hidden|file|submit)$/;

export function keepWords(id: string, form: HTMLFormElement) {
	if (form.querySelector('[type=password]')) return;
	const typed: Record<string, string[]> = {};
	for (const element of form.elements) {
		if (!isField(element) || left.test(element.type)) continue;
		const values = (typed[element.name] ??= []);
		if (!isChoice(element) || element.checked) values.push(element.value);
	}
	store((kept) => kept.setItem(keyOf(id), JSON.stringify(typed)));
}

/** Called by the page that asks: only the way back from there brings words back. */
export function askToSignIn(next = '') {
	store((kept) => kept.setItem(asked, next.split('?')[0]!));
}

export function bringWordsBack(id: string, form: HTMLFormElement) {
	store((kept) => {
		const typed = JSON.parse(kept.getItem(keyOf(id)) ?? '{}') as Record<string, string[]>;
		kept.removeItem(keyOf(id));
		if (kept.getItem(asked) !== location.pathname) return;
		for (const element of form.elements) {
			const values = isField(element) && !left.test(element.type) ? typed[element.name] : undefined;
			if (!values) continue;
			// Fields of one name are filled in their order.
			if (isChoice(element as Field)) (element as HTMLInputElement).checked = values.includes((element as Field).value);
			else (element as Field).value = values.shift() ?? '';
		}
	});
}

/** A browser that keeps nothing, or something else than was put there: it is typed again. */
function store(use: (kept: Storage) => void) {
	try {
		use(sessionStorage);
	} catch {
		// See above.
	}
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isField = (element: Element): element is Field => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) && 'name' in element;
const isChoice = (element: Field): element is HTMLInputElement => /^(radio|checkbox)$/.test(element.type);
