/**
 * Who is asked to sign in while a form is being sent comes back to an empty form: what was typed waits meanwhile in this
 * window. Secrets and what the form itself holds do not.
 */

const keyOf = (form: string) => `typed ${form}`;
const left = /^(password|hidden|file|submit)$/;

export function keepWords(id: string, form: HTMLFormElement) {
	const typed: Record<string, string> = {};
	for (const element of form.elements) {
		if (!isField(element) || left.test(element.type) || (isChoice(element) && !element.checked)) continue;
		typed[element.name] = element.value;
	}
	try {
		sessionStorage.setItem(keyOf(id), JSON.stringify(typed));
	} catch {
		// A browser that keeps nothing: it is typed again.
	}
}

export function bringWordsBack(id: string, form: HTMLFormElement) {
	try {
		const typed = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '{}') as Record<string, string>;
		sessionStorage.removeItem(keyOf(id));
		for (const element of form.elements) {
			if (!isField(element) || left.test(element.type) || typed[element.name] === undefined) continue;
			if (isChoice(element)) element.checked = element.value === typed[element.name];
			else element.value = typed[element.name]!;
		}
	} catch {
		// Whatever lies there is not what was put there.
	}
}

type Field = HTMLInputElement | HTMLSelectElement;
const isField = (element: Element): element is Field => /^(INPUT|SELECT)$/.test(element.tagName) && 'name' in element;
const isChoice = (element: Field): element is HTMLInputElement => /^(radio|checkbox)$/.test(element.type);
