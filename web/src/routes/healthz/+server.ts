// Alive means this process answers. Whether the API does is the API's own health to tell.
export const GET = () =>
	new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
