#pragma once

#include "tests/support/catch.hpp"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

#include <algorithm>

namespace firn::gui {

/// Does what these keys do, whether or not the window is the active one.
inline void press(const QWidget& window, const QKeySequence& keys) {
    const auto actions = window.findChildren<QAction*>();
    const auto action = std::find_if(actions.begin(), actions.end(),
                                     [&](const QAction* one) { return one->shortcuts().contains(keys); });
    REQUIRE(action != actions.end());
    (*action)->trigger();
}

}  // namespace firn::gui
