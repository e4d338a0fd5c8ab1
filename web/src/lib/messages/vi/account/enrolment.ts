export const enrolment = {
	organisations: 'Tổ chức của bạn',
	none: 'Bạn chưa thuộc tổ chức nào. Hãy đăng ký tổ chức của mình bên dưới, hoặc mở đường dẫn trong thư mời.',
	registerTitle: 'Đăng ký tổ chức',
	registerLead: 'Bạn sẽ là chủ sở hữu. Văn phòng chương trình xem giấy tờ trước khi hàng của tổ chức lên chợ.',
	kind: 'Tổ chức làm gì trên chợ?',
	kindHints: {
		PRODUCER: 'Làm ra và bán sản phẩm',
		DISTRIBUTOR: 'Mua số lượng lớn để bán lại',
		BUYER: 'Mua cho chính mình'
	},
	organisationName: 'Tên tổ chức',
	organisationNameHint: 'Như trong giấy đăng ký.',
	form: 'Loại hình',
	formHint: 'Chỉ nhà sản xuất cần chọn.',
	formNone: 'Chưa chọn',
	registrationNumber: 'Số đăng ký',
	registrationHint: 'Số giấy đăng ký hợp tác xã, doanh nghiệp hoặc hộ kinh doanh.',
	taxCode: 'Mã số thuế',
	taxHint: '10 số, 10 số và 3 số sau dấu gạch, hoặc 12 số.',
	representative: 'Người đại diện',
	district: 'Địa bàn',
	districtNone: 'Chưa chọn',
	register: 'Đăng ký tổ chức'
};
