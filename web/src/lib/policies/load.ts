import { error, type RequestEvent } from '@sveltejs/kit';
import { PolicyDocument, type PolicyCode } from '#lib/gql/graphql.ts';
import { BadInput, query } from '#lib/server/api.ts';

/** A policy's text: the version of the address, or the one in force. */
export async function loadPolicy(event: RequestEvent, code: PolicyCode) {
	const asked = event.params.version;
	if (asked !== undefined && !/^[1-9]\d{0,3}$/.test(asked)) error(404);
	try {
		const { policy } = await query(event, PolicyDocument, { code, version: asked ? Number(asked) : null });
		if (policy) return { policy };
	} catch (problem) {
		if (!(problem instanceof BadInput)) throw problem;
	}
	error(404);
}
