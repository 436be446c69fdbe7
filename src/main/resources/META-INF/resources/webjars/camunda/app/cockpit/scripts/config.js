import webapp from '../../../../redress/webapps.js';

export default webapp('cockpit');
