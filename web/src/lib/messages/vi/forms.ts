export const forms = {
	problems: 'Chưa gửi được. Hãy xem lại:',
	optional: 'không bắt buộc',
	show: 'Hiện',
	email: 'Địa chỉ e-mail',
	password: 'Mật khẩu',
	newPassword: 'Mật khẩu mới',
	passwordHint: 'Ít nhất 10 ký tự. Một câu ngắn chỉ bạn biết là dễ nhớ nhất.'
};
