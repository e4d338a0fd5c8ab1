import type { Reroute } from '@sveltejs/kit/hooks';
import { internalPath } from '#lib/paths.ts';

const machines = new Set(['/suggest', '/healthz']);

// A path outside the table must not reach a page by the name of its folder: one page, one address.
export const reroute: Reroute = ({ url }) =>
	machines.has(url.pathname) ? undefined : (internalPath(url.pathname) ?? '/-/nowhere');
