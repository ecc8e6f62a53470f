// The fields of an article's page: what stands in them, what the server sent, and how to fill them so that the
// text editor, the finding fields and the rows follow. Keeps and sends nothing.
(function () {
  "use strict";
  var form = document.getElementById("article_form");
  if (!form) return;
  var LEFT_OUT = /^(csrfmiddlewaretoken|_revision|_standing|_kept|_base|_asked|_popup|_to_field)$|^_choice_|__prefix__|_FORMS$/;
  var ROW = /^(.+)-(\d+)-(.+)$/;

  function input(name) {
    return form.elements.namedItem(name);
  }
  function written() {
    return [...form.elements].filter(function (element) {
      var isText = element.matches("textarea, select, input:not([type=hidden], [type=file], [type=submit], [type=radio])");
      return isText && element.name && !LEFT_OUT.test(element.name);
    });
  }
  function plain(text) {
    return text.replace(/\r\n?/g, "\n");
  }
  // The line that means «nothing» is chosen by some fields and only shown by others: it is no value.
  function chosen(options) {
    return options
      .map(function (option) {
        return [option.value, option.text];
      })
      .filter(function (pair) {
        return pair[0] !== "";
      });
  }
  function valueOf(element) {
    if (element.type === "checkbox") return element.checked;
    if (element.tagName === "SELECT") return chosen([...element.selectedOptions]);
    return plain(element.value);
  }
  function sentValueOf(element) {
    if (element.type === "checkbox") return element.defaultChecked;
    if (element.tagName !== "SELECT") return plain(element.defaultValue);
    var sent = [...element.options].filter(function (option) {
      return option.defaultSelected;
    });
    // A list shows its first line when the server chose none; a finding field shows nothing.
    var isList = !element.multiple && !element.matches(".admin-autocomplete");
    return chosen(sent.length || !isList ? sent : [...element.options].slice(0, 1));
  }
  function same(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  // Rows are known by their number in the database, new ones by being new: their place may have changed.
  function rowsOf(fields) {
    var places = {};
    Object.keys(fields).forEach(function (name) {
      var row = name.match(ROW);
      if (!row || row[3] !== "id") return;
      var from = row[1] + "-" + row[2];
      places[from] = fields[name] ? known(row[1], fields[name]) : fresh(row[1], Object.values(places));
    });
    return places;
  }
  function known(prefix, number) {
    var found = [...form.elements].find(function (element) {
      var row = element.name.match(ROW);
      return row && row[1] === prefix && row[3] === "id" && element.value === number;
    });
    return found ? found.name.replace(/-id$/, "") : null;
  }
  function fresh(prefix, taken) {
    for (var again = 0; again < 2; again += 1) {
      var total = Number(input(prefix + "-TOTAL_FORMS").value);
      for (var number = 0; number < total; number += 1) {
        var start = prefix + "-" + number;
        var ofRow = written().filter(function (element) {
          return element.name.startsWith(start + "-");
        });
        var isUntouched = ofRow.length && ofRow.every(function (element) {
          return same(valueOf(element), sentValueOf(element));
        });
        if (input(start + "-id") && !input(start + "-id").value && isUntouched && !taken.includes(start)) return start;
      }
      document.querySelector("#" + prefix + "-group .add-row a")?.click();
    }
    return null;
  }
  function target(name, rows) {
    var row = name.match(ROW);
    var from = row && row[1] + "-" + row[2];
    if (!row || !(from in rows)) return input(name);
    return rows[from] && input(rows[from] + "-" + row[3]);
  }
  function fill(element, value) {
    if (element.type === "checkbox") element.checked = value;
    else if (element.tagName === "SELECT") {
      [...element.options].forEach(function (option) {
        option.selected = false;
      });
      value.forEach(function (pair) {
        var option = [...element.options].find(function (one) {
          return one.value === pair[0];
        });
        if (!option) element.add((option = new Option(pair[1], pair[0])));
        option.selected = true;
      });
      django.jQuery(element).trigger("change");
    } else {
      element.value = value;
      element.dispatchEvent(new CustomEvent("newsroom:fill"));
    }
    element.closest("details")?.setAttribute("open", "");
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  window.newsroomFields = { form, input, written, valueOf, sentValueOf, same, row: ROW, rowsOf, target, fill };
})();
