export const mandates = {
	title: 'Ai làm thay được',
	lead: 'Hợp tác xã hay tổ hợp tác có thể lo hàng, giá và tồn kho thay bạn. Mọi việc họ làm đều ghi tên cả hai bên.',
	none: 'Chưa giao cho ai.',
	end: 'Thôi giao',
	give: 'Giao việc',
	taxCode: 'Mã số thuế của hợp tác xã',
	taxHint: 'Hợp tác xã phải có tài khoản ở đây và đã được văn phòng chương trình xem giấy tờ.'
};
