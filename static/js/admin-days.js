// Django's calendar beside a field that shows «4 مايو 2024»: writes days in words and reads them back.
(function () {
  "use strict";
  var shortcuts = window.DateTimeShortcuts;
  var names = window.CalendarNamespace;
  if (!shortcuts || !names) return;
  var numeric = /^\s*(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})\s*$/;

  function western(text) {
    return text.replace(/[\u200e\u200f\u061c]/g, "").replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (digit) {
      return digit.charCodeAt(0) & 15;
    });
  }

  function eastern(text) {
    return text.replace(/[0-9]/g, function (digit) {
      return String.fromCharCode(0x660 + Number(digit));
    });
  }

  function write(input, day, month, year) {
    var text = day + " " + names.monthsOfYear[month - 1] + " " + year;
    input.dataset.day = day + "/" + month + "/" + year;
    input.value = input.dataset.shown = "eastern" in input.dataset ? eastern(text) : text;
  }

  function touched(input) {
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Shows at once which number was taken for the day.
  document.addEventListener("change", function (event) {
    var input = event.target;
    if (!input.classList || !input.classList.contains("vDateField")) return;
    var parts = western(input.value).match(numeric);
    if (!parts) return;
    var day = Number(parts[1]), month = Number(parts[3]), year = Number(parts[4]);
    var isReal = month >= 1 && month <= 12 && day >= 1 && day <= names.getDaysInMonth(month, year);
    if (isReal && year >= 1800) write(input, day, month, year);
  });

  var open = shortcuts.openCalendar;
  shortcuts.openCalendar = function (number) {
    var input = shortcuts.calendarInputs[number];
    var text = input.value;
    var shown = input.dataset.shown || input.defaultValue;
    if (input.dataset.day && text === shown) input.value = input.dataset.day;
    open(number);
    input.value = text;
  };

  // All of these write digits; a change makes words of them and tells the page.
  ["handleCalendarQuickLink", "handleClockQuicklink"].forEach(function (name) {
    var handle = shortcuts[name];
    var inputs = name === "handleClockQuicklink" ? "clockInputs" : "calendarInputs";
    shortcuts[name] = function (number, value) {
      handle(number, value);
      touched(shortcuts[inputs][number]);
    };
  });
  var called = shortcuts.handleCalendarCallback;
  shortcuts.handleCalendarCallback = function (number) {
    var handle = called(number);
    return function (year, month, day) {
      handle(year, month, day);
      touched(shortcuts.calendarInputs[number]);
    };
  };
})();
