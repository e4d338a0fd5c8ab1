import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seasonsIn } from './seasons.ts';

const namesOf = (iso: string) => seasonsIn('vi', new Date(iso)).now.map(({ name }) => name);

test('what comes only now stands before what there is all year', () => {
	assert.deepEqual(namesOf('2026-06-15T05:00:00Z').slice(0, 3), ['Sầu riêng', 'Măng cụt', 'Chôm chôm']);
	assert.deepEqual(namesOf('2026-06-15T05:00:00Z').slice(3), ['Dừa', 'Bánh phồng Sơn Đốc']);
	assert.ok(namesOf('2026-02-01T05:00:00Z').includes('Hoa Tết Chợ Lách'));
});

test('a month begins in Vietnam and not in Greenwich', () => {
	assert.equal(seasonsIn('vi', new Date('2026-05-31T17:30:00Z')).month, 6);
	assert.equal(seasonsIn('vi', new Date('2026-05-31T16:30:00Z')).month, 5);
});

test('every month has something, and every line a source', () => {
	const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2026, at, 15)));
	assert.ok(months.every((month) => seasonsIn('en', month).now.length > 0));
	assert.ok(seasonsIn('en', new Date()).sources.every((address) => /^https?:\/\//.test(address)));
});
