export default {
  // The welcome box asks the server for a page that is not there.
  disableWelcomeMessage: true
};
