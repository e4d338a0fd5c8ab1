// Groups change with the programme's rules: one without a drawing of its own gets the market's.
const drawn = ['food', 'beverage', 'herbal', 'handicraft', 'ornamental', 'tourism'];

export const groupPicture = (code: string) => `/groups/${drawn.includes(code) ? code : 'other'}.svg`;
