import type { Chart, Part, Row, Tone } from '#lib/charts/chart.ts';
import type { ProgrammeTexts } from '#lib/content/programme.ts';
import type { ProgrammeQuery } from '#lib/gql/graphql.ts';
import type { I18n } from '#lib/i18n.ts';

export type Fact = ProgrammeQuery['programmeFacts'][number];
type Texts = ProgrammeTexts['charts'];
type Format = Pick<I18n, 'number' | 'when' | 'paths'>;

/** The programme's figures as charts. A figure that the catalogue no longer has leaves no gap but its absence. */
export function programmeCharts(facts: Fact[], t: Texts, { number, when }: Format) {
	const named = (code: string) => facts.filter((fact) => fact.code === code);
	const like = (code: RegExp) => facts.filter((fact) => code.test(fact.code));
	const part = (label: string, value: number, tone: Tone): Part => ({ label, value, written: number(value), tone });

	const row = (fact: Fact, label: string, parts: Part[], more: Partial<Row> = {}): Row => ({
		label,
		parts,
		value: fact.value ?? 0,
		written: number(fact.value ?? 0),
		sources: fact.sources,
		...more
	});
	const single = (fact: Fact, label = when(fact.asOf), tone: Tone = 'leaf', more: Partial<Row> = {}) =>
		row(fact, label, [part('', fact.value ?? 0, tone)], more);

	function byStars(fact: Fact): Row {
		const w = t.products;
		const count = (code: string) => fact.breakdown.find((piece) => piece.code === code)?.value ?? 0;
		const total = fact.value ?? 0;
		const [three, four, potential] = [count('3'), count('4'), count('potential5')];
		if (!three) {
			const same = facts.some((other) => other !== fact && isCount(other) && other.asOf === fact.asOf);
			const atLeast = fact.code === 'ocop-count-2024-01';
			return row(fact, when(fact.asOf), [part(w.unsplit, total, 'plain')], {
				written: `${atLeast ? '> ' : ''}${number(total)}`,
				note: same ? w.differs : atLeast ? w.atLeast : undefined
			});
		}
		const apart = three + four + potential === total;
		return row(
			fact,
			when(fact.asOf),
			[part(w.three, three, 'leaf'), part(w.four, four, 'sugar'), ...(apart && potential ? [part(w.potential, potential, 'seal')] : [])],
			{ note: !apart && potential ? w.inside(number(potential)) : undefined }
		);
	}

	const budget = named('budget-total').map((fact) => {
		const pieces = [...named('budget-implementation'), ...named('budget-component-projects')];
		return row(
			fact,
			t.budget.row,
			pieces.map((piece, index) => part(piece.statement.replace(/\.$/, ''), piece.value ?? 0, index ? 'sugar' : 'leaf')),
			{ written: `> ${number(fact.value ?? 0)}`, sources: [...new Set([fact, ...pieces].flatMap(({ sources }) => sources))] }
		);
	});
	const entities = named('ocop-count-2024-12').flatMap((fact) =>
		fact.breakdown
			.filter(({ code }) => !code.includes('.'))
			.map(({ label, value }) => ({ label, parts: [part('', value, 'river')], value, written: number(value), sources: fact.sources }))
	);

	const charts: Record<string, Chart> = {
		budget: chart('budget', t.budget, budget),
		targets: chart('targets', t.targets, [
			...named('target-communes-2020').map((fact) => single(fact, t.targets.communes, 'leaf')),
			...named('target-standardised-2020').map((fact) => single(fact, t.targets.standardised, 'sugar'))
		]),
		products: chart('products', t.products, facts.filter(isCount).map(byStars)),
		five: chart('five', t.five, like(/^ocop-five-star-/).map((fact) => single(fact, when(fact.asOf), 'seal'))),
		entities: chart('entities', t.entities, entities),
		area: chart('area', t.area, like(/^coconut-area-/).map((fact) => single(fact))),
		exports: chart('exports', t.exports, like(/^coconut-export-/).map((fact) => single(fact, when(fact.asOf), 'river')))
	};
	return charts;
}

/** What the catalogue holds today: our own count, and no figure of the programme. */
export function catalogueCharts(data: ProgrammeQuery, t: Texts, { number, paths }: Format) {
	const row = (label: string, value: number, tone: Tone, href: string): Row => ({
		label,
		parts: [{ label: '', value, written: number(value), tone }],
		value,
		written: number(value),
		href,
		sources: []
	});
	const stars = data.products.facets.find(({ name }) => name === 'stars')?.values ?? [];
	return [
		chart(
			'groups',
			{ ...t.groups, summary: t.groups.summary(number(data.catalogue.productCount)) },
			data.productGroups.map(({ code, name, productCount }) => row(name, productCount, 'leaf', paths.search({ group: code })))
		),
		chart(
			'stars',
			{ ...t.stars, summary: t.stars.summary(number(data.catalogue.certifiedCount)) },
			stars.map(({ value, label, count }) => row(label, count, 'seal', paths.search({ stars: value })))
		)
	];
}

const isCount = ({ code }: Fact) => code.startsWith('ocop-count-');

function chart(id: string, { title, summary, heading, unit }: Omit<Chart, 'id' | 'rows'>, rows: Row[]): Chart {
	return { id, title, summary, heading, unit, rows };
}
