/* Says in plain words why the pane cannot start. ES5: it must run where the rest of the add-in does not. */
(function () {
  var TRIDENT = /Trident|MSIE/.test(navigator.userAgent);

  function show(id) {
    var notice = document.getElementById(id);
    if (notice) notice.className = "notice notice-shown";
  }

  /* a script that fails to load fires an error that does not bubble, so it is caught on its way down */
  var blocked = false;
  window.addEventListener(
    "error",
    function (event) {
      var source = event.target && event.target.src;
      if (source && /\/office\.js(\?|$)/.test(source)) blocked = true;
    },
    true,
  );

  window.addEventListener("load", function () {
    if (TRIDENT) show("notice-browser");
    else if (blocked || typeof Office === "undefined") show("notice-blocked");
  });
})();
