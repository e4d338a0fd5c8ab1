import type { Language } from '#lib/paths.ts';

/**
 * What is in season, as public sources say: what no source says for Bến Tre or its delta stands not here.
 * Months of the solar calendar; a crop before Tết is given to January and February, where Tết falls.
 */
type Season = {
	picture: string;
	search: string;
	name: Record<Language, string>;
	note: Record<Language, string>;
	main: number[];
	also: number[];
	sources: string[];
};

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const delta = 'https://hieutour.com/all-about-fruits-in-the-mekong-delta';

const seasons: Season[] = [
	{
		picture: 'fruit.durian.13',
		search: 'sầu riêng',
		name: { vi: 'Sầu riêng', en: 'Durian' },
		note: { vi: 'Rộ giữa năm; cuối năm có trái nghịch vụ.', en: 'Plentiful at midyear; an off-season crop late in the year.' },
		main: [6, 7],
		also: [11],
		sources: [delta, 'https://vnexpress.net/sau-rieng-trai-vu-khan-hiem-thuong-lai-vao-tan-vuon-tranh-mua-4676414.html']
	},
	{
		picture: 'fruit.mangosteen.6',
		search: 'măng cụt',
		name: { vi: 'Măng cụt', en: 'Mangosteen' },
		note: { vi: 'Hết tháng 7 là vườn Cái Mơn hết trái.', en: 'By the end of July the orchards of Cái Mơn are picked.' },
		main: [4, 5, 6, 7],
		also: [],
		sources: [delta, 'https://danviet.vn/mang-cut-cai-mon-da-het-vu-ca-thang-sao-van-thay-ban-day-duong-7777800193.htm']
	},
	{
		picture: 'fruit.rambutan.3',
		search: 'chôm chôm',
		name: { vi: 'Chôm chôm', en: 'Rambutan' },
		note: { vi: 'Rộ dịp Tết Đoan Ngọ; trái nghịch vụ bán đến Tết.', en: 'Plentiful about the Đoan Ngọ festival; an off-season crop lasts until Tết.' },
		main: [6],
		also: [1, 2, 11, 12],
		sources: [
			'http://gavi.vn/threads/38774-Nong-dan-thu-nhap-cao-tu-vuon-chom-chom-Thai-Lan.html',
			'https://vietgiaitri.com/cho-ra-bong-ne-nhau-chom-chom-ben-tre-khong-lo-thua-hang-doi-cho-20181122i3581464',
			'https://www.voatiengviet.com/a/4250469.html'
		]
	},
	{
		picture: 'fruit.mango.7',
		search: 'xoài',
		name: { vi: 'Xoài', en: 'Mango' },
		note: { vi: 'Mùa xoài miền Tây, hai lần trong năm.', en: 'The delta’s mango season comes twice a year.' },
		main: [4, 10],
		also: [],
		sources: [delta]
	},
	{
		picture: 'fruit.pomelo.4',
		search: 'bưởi da xanh',
		name: { vi: 'Bưởi da xanh', en: 'Green-skinned pomelo' },
		note: { vi: 'Nhà vườn để dành trái chưng bàn thờ ngày Tết.', en: 'Growers keep fruit for the family altar at Tết.' },
		main: [1, 2],
		also: [],
		sources: ['https://www.voatiengviet.com/a/4250469.html']
	},
	{
		picture: 'coconut.plain.1',
		search: 'dừa xiêm',
		name: { vi: 'Dừa', en: 'Coconut' },
		note: { vi: 'Hái quanh năm.', en: 'Picked all year.' },
		main: [],
		also: everyMonth,
		sources: ['https://nongnghiep.vn/gia-dua-kho-len-tren-100000-dong-chuc-d412666.html']
	},
	{
		picture: 'rice-paper.plain.5',
		search: 'bánh tráng Mỹ Lồng',
		name: { vi: 'Bánh tráng Mỹ Lồng', en: 'Mỹ Lồng rice paper' },
		note: { vi: 'Từ đầu tháng Chạp, lò đỏ lửa gần như mỗi ngày.', en: 'From the start of the last lunar month the ovens burn almost daily.' },
		main: [1, 2],
		also: [],
		sources: ['https://www.sggp.org.vn/lang-nghe-banh-trang-my-long-tat-bat-vao-mua-tet-post837431.html']
	},
	{
		picture: 'puffed-cake.rice.0',
		search: 'bánh phồng Sơn Đốc',
		name: { vi: 'Bánh phồng Sơn Đốc', en: 'Sơn Đốc puffed cake' },
		note: { vi: 'Làm quanh năm, rộn nhất trước Tết.', en: 'Made all year, busiest before Tết.' },
		main: [1, 2],
		also: everyMonth.slice(2),
		sources: ['https://vietnam.vnanet.vn/vietnamese/long-form/lang-nghe-banh-phong-son-doc-nhon-nhip-don-tet-427671.html']
	},
	{
		picture: 'preserve.plain.4',
		search: 'mứt',
		name: { vi: 'Mứt dừa', en: 'Coconut preserves' },
		note: { vi: 'Làng nghề vào mùa những ngày giáp Tết.', en: 'The craft villages are at work in the days before Tết.' },
		main: [1, 2],
		also: [],
		sources: ['https://www.vietnamplus.vn/photo-lang-nghe-lam-banh-mut-o-ben-tre-nhon-nhip-trong-dip-tet-post692847.amp']
	},
	{
		picture: 'plant.blossom.14',
		search: 'hoa kiểng Chợ Lách',
		name: { vi: 'Hoa Tết Chợ Lách', en: 'Chợ Lách flowers for Tết' },
		note: { vi: 'Rộn ràng từ hai tháng trước Tết.', en: 'Busy from two months before Tết.' },
		main: [1, 2],
		also: [12],
		sources: [
			'https://vietnam.vnanet.vn/vietnamese/long-form/lang-hoa-tet-cho-lach-tat-bat-don-xuan-427663.html',
			'https://baovephapluat.vn/kinh-te/kinh-doanh-phap-luat/vua-hoa-mien-tay-truoc-ngay-ra-cho-tet-22492.html'
		]
	}
];

const monthInVietnam = (now: Date) =>
	Number(new Intl.DateTimeFormat('en', { month: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' }).format(now));

export type MonthMark = 'main' | 'also' | 'none';

/** The calendar in a language, what belongs to this month first. */
export function seasonsIn(lang: Language, now: Date) {
	const month = monthInVietnam(now);
	const rows = seasons.map((season) => ({
		picture: `/drawings/${season.picture}.svg`,
		search: season.search,
		name: season.name[lang],
		note: season.note[lang],
		months: everyMonth.map((at): MonthMark =>
			season.main.includes(at) ? 'main' : season.also.includes(at) ? 'also' : 'none'
		)
	}));
	const markOf = (row: (typeof rows)[number]) => row.months[month - 1] ?? 'none';
	// What comes only now is news; what there is all year is not.
	const rare = (row: (typeof rows)[number]) => row.months.filter((mark) => mark !== 'none').length;
	return {
		month,
		rows,
		now: rows
			.filter((row) => markOf(row) !== 'none')
			.sort((one, other) => Number(markOf(other) === 'main') - Number(markOf(one) === 'main') || rare(one) - rare(other)),
		sources: [...new Set(seasons.flatMap(({ sources }) => sources))]
	};
}

export type Seasons = ReturnType<typeof seasonsIn>;
