import { qrCode, type Qr } from '#lib/server/qr.ts';

/** What an authenticator is shown: the key as a picture and as text to type, in groups of four. */
export type Authenticator = { uri: string; qr: Qr; key: string };

const longest = 500;

/** Reads it from the address that the API gave, or that the form hands back after a wrong code; nothing for any other text. */
export function authenticatorOf(uri: string): Authenticator | undefined {
	const address = uri.length <= longest && uri.startsWith('otpauth://totp/') ? URL.parse(uri) : null;
	const key = address?.searchParams.get('secret');
	return key ? { uri, qr: qrCode(uri), key: key.replace(/.{4}(?=.)/g, '$& ') } : undefined;
}
