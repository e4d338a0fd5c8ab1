import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionIn } from './session-cookie.ts';

const read = (...cookies: string[]) => sessionIn('cho_session', cookies, Date.parse('2026-11-28T00:00:00Z'));

test('a new session is read out of what the API sets', () => {
	assert.equal(read('cho_session=CfDJ8%2Babc; expires=Mon, 28 Dec 2026 00:00:00 GMT; path=/; samesite=lax; httponly'), 'CfDJ8+abc');
});

test('a session that is taken away is told from one that nothing is said of', () => {
	assert.equal(read('cho_session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'), '');
	assert.equal(read('cho_session=x; Max-Age=0'), '');
	assert.equal(read('other=1', 'cho_session_2=1'), undefined);
});

test('signing in takes the place of the session that ends with it', () => {
	assert.equal(read('cho_session=; expires=Thu, 01 Jan 1970 00:00:00 GMT', 'cho_session=new; path=/'), 'new');
});
