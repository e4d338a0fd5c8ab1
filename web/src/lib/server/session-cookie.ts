/** What an answer's cookies say of one: its value, empty where it was taken away, nothing where none speaks of it. */
export function sessionIn(name: string, setCookies: string[], now = Date.now()): string | undefined {
	const last = setCookies.findLast((cookie) => cookie.startsWith(`${name}=`));
	if (last === undefined) return undefined;
	const [pair = '', ...attributes] = last.split(';').map((part) => part.trim());
	const of = (attribute: string) =>
		attributes.find((part) => part.toLowerCase().startsWith(`${attribute}=`))?.slice(attribute.length + 1);
	const age = of('max-age');
	const ended = age !== undefined ? Number(age) <= 0 : Date.parse(of('expires') ?? '') <= now;
	return ended ? '' : decodeURIComponent(pair.slice(name.length + 1));
}
