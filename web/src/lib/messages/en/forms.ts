export const forms = {
	problems: 'This was not sent. Please look again:',
	optional: 'optional',
	show: 'Show',
	email: 'E-mail address',
	password: 'Password',
	newPassword: 'New password',
	passwordHint: 'At least 10 characters. A short sentence that only you know is easiest to remember.'
};
