import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authenticatorOf } from './authenticator.server.ts';

test('an authenticator gets its key as a picture and in groups of four', () => {
	const found = authenticatorOf('otpauth://totp/Ch%E1%BB%A3:a@b.example?secret=ABCDEFGHIJ&issuer=x&digits=6');
	assert.equal(found?.key, 'ABCD EFGH IJ');
	assert.ok(found?.qr.path);
});

test('no other address is made into a picture', () => {
	for (const uri of ['', 'https://evil.example/?secret=A', 'otpauth://totp/x', `otpauth://totp/x?secret=${'A'.repeat(600)}`]) {
		assert.equal(authenticatorOf(uri), undefined, uri);
	}
});
