export const longestNumber = 100;

/** What somebody typed or pasted as a certificate's number: also the whole address that a QR code gave. */
export function writtenNumber(text: string | null): string {
	const written = (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
	const address = /^https?:\/\/\S+\/verify\/([^/?#\s]+)/i.exec(written)?.[1];
	if (!address) return written.slice(0, longestNumber);
	try {
		return decodeURIComponent(address).slice(0, longestNumber);
	} catch {
		return address.slice(0, longestNumber);
	}
}
