import type { ProgrammeTexts } from './programme.ts';

export const programme: ProgrammeTexts = {
	lead: 'OCOP – “Mỗi xã một sản phẩm” – là chương trình của Nhà nước: cộng đồng chọn món làm giỏi nhất, làm cho tới chuẩn, rồi đem ra hội đồng chấm.',
	what: {
		title: 'OCOP là gì',
		paragraphs: [
			'Chương trình bắt đầu trên cả nước từ năm 2018, theo hướng phong trào “mỗi làng một sản phẩm” của Nhật Bản. Sản phẩm OCOP là đặc sản có nguồn gốc địa phương, làm theo tiêu chuẩn và được Nhà nước công nhận theo bộ tiêu chí; chưa được công nhận thì chưa phải sản phẩm OCOP.',
			'Hợp tác xã, tổ hợp tác, doanh nghiệp nhỏ và vừa, trang trại và hộ có đăng ký kinh doanh được dự. Có sáu nhóm: thực phẩm; đồ uống; dược liệu; thủ công mỹ nghệ; sinh vật cảnh; du lịch cộng đồng, sinh thái và điểm du lịch.'
		]
	},
	way: {
		title: 'Một sản phẩm được gắn sao thế nào',
		lead: 'Theo Quyết định 26/2026/QĐ-TTg, có hiệu lực từ ngày 22/5/2026.',
		steps: [
			{ title: 'Nộp hồ sơ ở xã', text: 'Một bộ giấy, một bộ điện tử, kèm tự chấm theo bộ tiêu chí. Xã xem nguyên liệu, lao động, ý tưởng và bản sắc địa phương, rồi chuyển lên cùng 5 mẫu sản phẩm trong 15 ngày làm việc.' },
			{ title: 'Hội đồng tỉnh chấm', text: 'Mỗi năm ít nhất hai đợt. Thang 100 điểm: sức mạnh sản phẩm và cộng đồng 40, tiếp thị 25, chất lượng 35. Lấy trung bình của các thành viên, và phải đạt mức tối thiểu ở từng tiêu chí.' },
			{ title: 'Công nhận 3 hoặc 4 sao', text: 'Chủ tịch Ủy ban nhân dân tỉnh ra quyết định và cấp giấy. Dưới 50 điểm chỉ có thông báo kết quả, không có giấy và không có sao.' },
			{ title: 'Trung ương xét 5 sao', text: 'Từ 90 điểm, tỉnh gửi hồ sơ lên. “Tiềm năng 5 sao” chưa phải 5 sao: phải chờ hội đồng trung ương chấm lại và Bộ trưởng Bộ Nông nghiệp và Môi trường công nhận.' },
			{ title: 'Giấy có hạn 36 tháng', text: 'Hết hạn là hết sao. Muốn giữ thì nộp hồ sơ chấm lại từ 180 đến 120 ngày trước khi hết hạn. Giấy bị thu hồi khi gian dối, không còn đạt, vi phạm pháp luật hoặc ngừng làm.' }
		]
	},
	ranks: {
		caption: 'Ba hạng được cấp giấy',
		rows: [
			{ stars: 3, points: '50 đến dưới 70', by: 'Chủ tịch UBND tỉnh', meaning: 'Nét riêng, chất lượng ổn định, làm và bán đều đặn.' },
			{ stars: 4, points: '70 đến dưới 90', by: 'Chủ tịch UBND tỉnh', meaning: 'Có thương hiệu đang lên, vào được thị trường tốt.' },
			{ stars: 5, points: '90 đến 100', by: 'Bộ trưởng Bộ Nông nghiệp và Môi trường', meaning: 'Đặc sắc, chuẩn cao, sẵn sàng xuất khẩu.' }
		],
		note: 'Giấy 3 sao cấp từ năm 2023 đến giữa năm 2025 do huyện công nhận, và còn giá trị đến hết hạn dù cấp huyện không còn.'
	},
	waySources: [
		'https://vanban.chinhphu.vn/?classid=1&docid=218267&orggroupid=3&pageid=27160',
		'https://sinhthainongnghiep.net.vn/quyet-dinh-moi-ve-ocop-thong-nhat-hai-cap-danh-gia-san-pham-a33455.html'
	],
	figures: {
		title: 'Bến Tre qua các con số',
		lead: 'Những con số dưới đây do báo chí và cơ quan nhà nước nêu, mỗi số một ngày, một nguồn. Chợ không tự đếm; chỗ nào hai nguồn khác nhau thì ghi cả hai.'
	},
	tiles: ['potential-products', 'groups', 'districts-covered', 'scheme-decision'],
	charts: {
		budget: {
			title: 'Vốn của đề án: hơn 267 tỷ đồng',
			summary: 'Gồm hơn 34,6 tỷ để thực hiện đề án và hơn 232 tỷ cho các dự án thành phần. Hai phần cộng lại được 266,6 vì nguồn làm tròn và đều ghi “hơn”.',
			heading: 'Khoản',
			unit: 'Tỷ đồng',
			row: 'Đề án 2018–2020'
		},
		targets: {
			title: 'Mục tiêu đến năm 2020',
			summary: 'Mọi xã đều có sản phẩm tham gia, và ít nhất một nửa sản phẩm truyền thống, chủ lực được chuẩn hóa. Đây là mục tiêu đề ra, không phải kết quả.',
			heading: 'Mục tiêu',
			unit: 'Phần trăm',
			communes: 'Xã có sản phẩm',
			standardised: 'Chuẩn hóa (ít nhất)'
		},
		products: {
			title: 'Sản phẩm OCOP của Bến Tre qua các năm',
			summary: 'Từ 59 sản phẩm vào tháng 10/2020 lên 200 vào tháng 4/2023, trên 270 đầu năm 2024. Cuối năm 2024 hai nguồn nêu hai số, 316 và 341, và không nguồn nào giải thích chênh lệch.',
			heading: 'Thời điểm',
			unit: 'Cả thảy',
			three: '3 sao',
			four: '4 sao',
			potential: 'Tiềm năng 5 sao, tính riêng',
			unsplit: 'Không chia theo sao',
			inside: (n: string) => `Trong số 4 sao có ${n} sản phẩm tiềm năng 5 sao.`,
			atLeast: 'Nguồn ghi “trên”.',
			differs: 'Hai nguồn cùng tháng, hai con số.'
		},
		five: {
			title: 'Sản phẩm 5 sao cấp quốc gia',
			summary: 'Bốn loại kẹo dừa Đông Á trong đợt xét năm 2023, và sầu riêng cấp đông Chánh Thu năm 2024.',
			heading: 'Năm',
			unit: 'Sản phẩm mới được công nhận'
		},
		entities: {
			title: 'Ai làm ra: chủ thể OCOP cuối năm 2024',
			summary: 'Trong 159 chủ thể của 316 sản phẩm, hơn một nửa là hộ kinh doanh. Nguồn nêu 341 sản phẩm ghi 174 chủ thể.',
			heading: 'Loại hình',
			unit: 'Chủ thể'
		},
		area: {
			title: 'Diện tích dừa',
			summary: 'Từ 70.000 ha năm 2019 lên khoảng 80.000 ha năm 2025. Không có số của năm 2021.',
			heading: 'Năm',
			unit: 'Héc-ta'
		},
		exports: {
			title: 'Xuất khẩu sản phẩm dừa',
			summary: 'Từ hơn 200 triệu đô la Mỹ năm 2020 lên 420 triệu; năm của con số sau được suy từ bài báo.',
			heading: 'Năm',
			unit: 'Triệu USD'
		},
		groups: {
			title: 'Theo nhóm hàng',
			summary: (n: string) => `${n} sản phẩm đang hiện trên chợ, có sao lẫn chưa có.`,
			heading: 'Nhóm',
			unit: 'Sản phẩm'
		},
		stars: {
			title: 'Theo sao còn hiệu lực hôm nay',
			summary: (n: string) => `${n} sản phẩm đang được mang sao trên chợ. Trong bản chạy thử, số và ngày của giấy là số liệu minh họa.`,
			heading: 'Hạng',
			unit: 'Sản phẩm'
		}
	},
	notes: ['budget-horizon', 'ocop-new-vinh-long'],
	notesTitle: 'Cần biết thêm',
	today: {
		title: 'Trên chợ hôm nay',
		lead: 'Phần này chợ tự đếm từ danh mục của mình vào lúc bạn mở trang. Danh mục nhỏ hơn chương trình, nên đừng đem so với các con số phía trên.'
	}
};
