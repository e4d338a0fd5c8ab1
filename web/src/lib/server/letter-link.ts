/** What the link of a letter carries; nothing when a part of it is missing. */
export function letterLink({ searchParams }: URL): { account: string; token: string } | undefined {
	const [account, token] = [searchParams.get('account'), searchParams.get('token')];
	return account && token ? { account, token } : undefined;
}
