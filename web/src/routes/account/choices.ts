type Named = { id: string; name: string };

/** For whom somebody may act: an organisation of theirs, or a producer through one of these. The value goes to the form and back. */
export type Choice = { value: string; name: string; agent?: string };

const between = '>';

const through = (producer: Named, agent: Named): Choice => ({ value: `${agent.id}${between}${producer.id}`, name: producer.name, agent: agent.name });

export function choicesOf(
	memberships: { organisation: Named }[],
	mandates: { organisation: Named; agent: Named }[],
	acting: { organisation: Named } | null | undefined,
	actingThrough: Named | null | undefined
) {
	const all = [...memberships.map(({ organisation: { id, name } }): Choice => ({ value: id, name })), ...mandates.map(({ organisation, agent }) => through(organisation, agent))];
	const now = acting && (actingThrough ? through(acting.organisation, actingThrough) : { value: acting.organisation.id, name: acting.organisation.name });
	// An officer acts for a producer without a mandate.
	if (now && !all.some(({ value }) => value === now.value)) all.push(now);
	return { all, now: now ?? undefined };
}

/** What a form sent, as actFor takes it. */
export function chosenOf(value: string): { organisation: string | null; onBehalfOf: string | null } {
	const [organisation, onBehalfOf] = value.split(between);
	return { organisation: organisation || null, onBehalfOf: onBehalfOf ?? null };
}
