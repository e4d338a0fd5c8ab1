import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf } from './changes.ts';

test('only what reads otherwise is named', () => {
	assert.deepEqual(changesOf('{"stock":40,"price":5000}', '{"stock":12,"price":5000}'), [{ field: 'stock', before: 40, after: 12 }]);
});

test('where both sides have parts, the parts are compared', () => {
	const before = '{"state":"Draft","Content":{"Name":{"Vi":"Kẹo","En":null},"Keywords":["dừa"]}}';
	const after = '{"state":"InReview","Content":{"Name":{"Vi":"Kẹo dừa","En":null},"Keywords":["dừa","sáp"]}}';
	assert.deepEqual(changesOf(before, after), [
		{ field: 'state', before: 'Draft', after: 'InReview' },
		{ field: 'content.name.vi', before: 'Kẹo', after: 'Kẹo dừa' },
		{ field: 'content.keywords', before: '["dừa"]', after: '["dừa","sáp"]' }
	]);
});

test('what is new or gone stands with all of its fields, save the empty ones', () => {
	assert.deepEqual(changesOf(null, '{"Name":"A","TaxCode":null}'), [{ field: 'name', before: undefined, after: 'A' }]);
	assert.deepEqual(changesOf('{"Email":"a@b.vn"}', undefined), [{ field: 'email', before: 'a@b.vn', after: undefined }]);
	assert.deepEqual(changesOf('{"Live":{"Name":"A"}}', '{}'), [{ field: 'live', before: '{"Name":"A"}', after: undefined }]);
});

test('a value without fields is compared as a whole', () => {
	assert.deepEqual(changesOf('"Unverified"', '"Verified"'), [{ field: '', before: 'Unverified', after: 'Verified' }]);
	assert.deepEqual(changesOf(null, '[1]'), [{ field: '', before: undefined, after: '[1]' }]);
	assert.deepEqual(changesOf(null, null), []);
});
