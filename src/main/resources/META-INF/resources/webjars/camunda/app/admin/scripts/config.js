import webapp from '../../../../redress/webapps.js';

export default await webapp('admin');
