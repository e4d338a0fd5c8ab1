import { fail } from '@sveltejs/kit';
import type { Problem } from './api.ts';

/** Reads a form's fields: what was typed, or nothing where the form has no such field. */
export async function fieldsOf(request: Request): Promise<(name: string) => string> {
	const form = await request.formData();
	return (name) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
}

/** The answer to a form that was not taken: why, and what was typed into it. Passwords are never among it. */
export const refused = <More extends Record<string, unknown>>(problems: Problem[], more: More) =>
	fail(problems.some(({ code }) => code === 'RATE_LIMITED') ? 429 : 422, { problems, ...more });
