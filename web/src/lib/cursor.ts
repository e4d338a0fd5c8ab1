import type { ReadonlyURLSearchParams as Params } from '$app/state';

/** Paging by cursor in the address: `after` leads on, `before` back. */
export function cursorWindow(params: Params, size: number) {
	const before = params.get('before');
	if (before) return { last: size, before };
	const after = params.get('after');
	return after ? { first: size, after } : { first: size };
}

type PageInfo = {
	hasNextPage: boolean;
	hasPreviousPage: boolean;
	startCursor?: string | null;
	endCursor?: string | null;
};

/** Links to the pages around this one; `href` makes an address of the changed query. */
export function pagerLinks(info: PageInfo, params: Params, href: (query: URLSearchParams) => string) {
	const link = (name: 'after' | 'before', cursor: string | null | undefined) => {
		if (!cursor) return undefined;
		const next = withoutCursor(params);
		next.set(name, cursor);
		return href(next);
	};
	return {
		previous: info.hasPreviousPage ? link('before', info.startCursor) : undefined,
		next: info.hasNextPage ? link('after', info.endCursor) : undefined
	};
}

export function withoutCursor(params: Params): URLSearchParams {
	const next = new URLSearchParams([...params]);
	for (const name of ['after', 'before', 'page']) next.delete(name);
	return next;
}

export const hasCursor = (params: Params) => params.has('after') || params.has('before');
