// Between TM Forum's words and json-server's: the base path, offset and limit. json-server takes it as a middleware.
const NAMES = { offset: '_start', limit: '_limit' };

module.exports = (request, response, next) => {
  request.url = request.url.replace(/^\/tmf-api\/\w+\/v4/, '');
  request.query = Object.fromEntries(Object.entries(request.query).map(([name, value]) => [NAMES[name] ?? name, value]));
  next();
};
