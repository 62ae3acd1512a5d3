// What a page of the API has.

export const parameter = (page, attribute) => page.parameters.find(each => each.attribute === attribute);
export const settings = page => page.parameters.filter(each => each.setting);
export const readings = page => page.parameters.filter(each => !each.setting);

/** How the API is told which page. */
export const at = page => ({type: page.type, name: page.name, row: page.row});
