/**
 * Whose session has ended while a form was being filled in is asked to sign in and comes back to an empty form: what was
 * typed waits meanwhile in this window. Secrets do not, nor forms that hold one.
 */

const asked = 'asked to sign in';
const keyOf = (form: string) => `typed ${location.pathname} ${form}`;
const left = /^(hidden|file|submit)$/;

type Words = Record<string, string[]>;

/** Whether scripts have taken the page over: forms that come later are new and empty. */
let started = false;

/** What somebody typed before the scripts came, which would put back what the page was sent with. Asked while a form is being set up. */
export function typedEarly(id: string): Words | undefined {
	if (started || typeof document === 'undefined') return undefined;
	const form = document.getElementById(id);
	return form instanceof HTMLFormElement ? wordsIn(form) : undefined;
}

export function keepWords(id: string, form: HTMLFormElement) {
	if (form.querySelector('[type=password]')) return;
	store((kept) => kept.setItem(keyOf(id), JSON.stringify(wordsIn(form))));
}

/** Called by the page that asks: only the way back from there brings words back. */
export function askToSignIn(next = '') {
	store((kept) => kept.setItem(asked, next.split('?')[0]!));
}

export function bringWordsBack(id: string, form: HTMLFormElement, early?: Words) {
	started = true;
	if (early) putBack(form, early);
	store((kept) => {
		const typed = JSON.parse(kept.getItem(keyOf(id)) ?? '{}') as Words;
		kept.removeItem(keyOf(id));
		if (kept.getItem(asked) === location.pathname) putBack(form, typed);
	});
}

function wordsIn(form: HTMLFormElement): Words {
	const words: Words = {};
	for (const element of form.elements) {
		if (!isField(element) || left.test(element.type)) continue;
		const values = (words[element.name] ??= []);
		if (!isChoice(element) || element.checked) values.push(element.value);
	}
	return words;
}

/** Fields of one name are filled in their order. Whatever follows a field is told, as if somebody had typed. */
function putBack(form: HTMLFormElement, words: Words) {
	for (const element of form.elements) {
		const values = isField(element) && !left.test(element.type) ? words[element.name] : undefined;
		if (!values) continue;
		const field = element as Field;
		const before = stateOf(field);
		if (isChoice(field)) field.checked = values.includes(field.value);
		else field.value = values.shift() ?? '';
		if (stateOf(field) !== before) for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
	}
}

const stateOf = (field: Field) => (isChoice(field) ? field.checked : field.value);

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
